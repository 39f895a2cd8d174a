import type { Language } from '#packages/i18n';
/** A mail in our own hand: a greeting, short paragraphs, at most one code and one button. Same words in text and HTML. */
export type Letter = {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  readonly code?: string;
  readonly button?: { readonly text: string; readonly url: string };
  /** A list under a small heading, as in the summary of a session. */
  readonly lists?: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly after?: readonly string[];
};

export function writeLetter(letter: Letter): {
  language: Language;
  subject: string;
  text: string;
  html: string;
} {
  return {
    language: letter.language,
    subject: letter.subject,
    text: plainText(letter),
    html: htmlText(letter),
  };
}

const closing = 'Samenbeter';

function plainText({ greeting, before, code, button, lists = [], after = [] }: Letter): string {
  const parts = [
    greeting,
    ...before,
    ...(code ? [`    ${code}`] : []),
    ...(button ? [`${button.text}:\n${button.url}`] : []),
    ...lists.map(({ heading, items }) => [heading, ...items.map((item) => `- ${item}`)].join('\n')),
    ...after,
    closing,
  ];
  return `${parts.join('\n\n')}\n`;
}

// Mail programs know no style sheets worth the name: everything stands on the element itself.
const ink = '#1E2430';
const soft = '#5A6170';
const accent = '#0E6A6B';

function htmlText({
  language,
  subject,
  greeting,
  before,
  code,
  button,
  lists = [],
  after = [],
}: Letter): string {
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const parts = [
    paragraph(greeting),
    ...before.map(paragraph),
    ...(code
      ? [
          `<p style="margin:24px 0;font-size:32px;font-weight:700;letter-spacing:6px;font-variant-numeric:tabular-nums">${escapeHtml(code)}</p>`,
        ]
      : []),
    ...(button
      ? [
          `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${accent};color:#ffffff;text-decoration:none;font-weight:700">${escapeHtml(button.text)}</a></p>`,
        ]
      : []),
    ...lists.map(
      ({ heading, items }) =>
        `<h2 style="margin:24px 0 8px;font-size:18px">${escapeHtml(heading)}</h2><ul style="margin:0 0 16px;padding-left:20px">${items
          .map((item) => `<li style="margin:0 0 6px">${escapeHtml(item)}</li>`)
          .join('')}</ul>`,
    ),
    ...after.map((text) => `<p style="margin:0 0 16px;color:${soft}">${escapeHtml(text)}</p>`),
    `<p style="margin:32px 0 0;color:${soft}">${closing}</p>`,
  ];
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(subject)}</title></head>` +
    `<body style="margin:0;background:#FAF7F1"><div style="max-width:560px;margin:0 auto;padding:32px 20px;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;color:${ink}">${parts.join('')}</div></body></html>`
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
