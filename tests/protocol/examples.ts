/** A block of shell in the document, with the block of text below it that it promises to print (null: nothing). */
export type Example = { readonly title: string; readonly shell: string; readonly prints: string | null };

export function examplesIn(document: string): Example[] {
  const blocks = document.matchAll(/^```sh\n([\s\S]*?)^```\n(?:```text\n([\s\S]*?)^```\n)?/gm);
  return [...blocks].map((block) => ({
    title:
      document
        .slice(0, block.index)
        .match(/^#+ .*$/gm)
        ?.at(-1)
        ?.replace(/^#+ /, '') ?? '',
    shell: block[1] ?? '',
    prints: block[2] ?? null,
  }));
}

/** `…` stands for anything within a line. */
export function patternOf(text: string): RegExp {
  const parts = text.trimEnd().split('…');
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^\\n]*')}\\s*$`);
}
