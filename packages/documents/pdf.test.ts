import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NoPdf, pdf } from './index.ts';

const head =
  '#set document(title: "Proef")\n#set text(font: ("Atkinson Hyperlegible Next", "Noto Emoji"), lang: "nl", fallback: false)\n';
const told = `${head}= #json("/data.json").text`;

/** What a PDF says of itself, also what is packed in it. */
const inside = (file: Buffer): string => {
  const raw = file.toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(file.subarray(index + length)).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...packed].join('\n');
};

describe('D6 a PDF that everybody can read', () => {
  test('D6 says that it is PDF/UA-1, its language, its title and its structure; its fonts are in it', async () => {
    const says = inside(await pdf(told, { text: 'Gewoon 🎉' }));
    expect(says).toMatch(/<pdfuaid:part>1</);
    expect(says).toMatch(/\/Lang ?\(nl/);
    expect(says).toContain('/StructTreeRoot');
    expect(says).toMatch(/\/S ?\/H1/);
    expect(says).toContain('/FontFile');
    expect(says).toMatch(/Proef/);
  });

  test.each([
    ['without a title', '#set text(font: "Atkinson Hyperlegible Next", lang: "nl")\n= a'],
    ['with a heading left out', `${head}= a\n=== b`],
    ['that asks for a package', `${head}#import "@preview/cetz:0.4.2"\n= a`],
    ['that reads a file of the server', `${head}#read("/../pdf.ts")`],
  ])('D6 a template %s is a fault', async (_, template) => {
    const made = pdf(template, {});
    await expect(made).rejects.toThrow();
    await expect(made).rejects.not.toBeInstanceOf(NoPdf);
  });
});

test('D7 what somebody wrote is never source', async () => {
  const evil = '#panic("x") #read("/etc/passwd") $x$ *a* #{while true {}} \\ ] #';
  const [as, same] = [await pdf(told, { text: evil }), await pdf(told, { text: evil })];
  expect(inside(as)).toMatch(/<pdfuaid:part>1</);
  expect(as.equals(same)).toBe(true);
});

test('D8 a letter that no font of ours has does not keep anybody from the rest', async () => {
  const says = inside(await pdf(told, { text: 'Welkom نور' }));
  expect(says).toContain('/StructTreeRoot');
  expect(says).not.toMatch(/<pdfuaid:part>1</);
});

test('D9 after a fault the next one is made, and others are answered meanwhile', async () => {
  let answered = 0;
  const ticking = setInterval(() => {
    answered += 1;
  }, 1);
  const long = `${head}#for n in range(600) [#par[#n: #lorem(60)]]`;
  const outcomes = await Promise.allSettled([
    pdf(`${head}#panic("x")`, {}),
    pdf(long, {}),
    pdf(told, { text: 'a' }),
  ]);
  clearInterval(ticking);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(answered).toBeGreaterThan(5);
});

test('D9 no more wait than can be made', async () => {
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => pdf(told, { text: 'a' })));
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toHaveLength(10);
  for (const fault of refused) expect(fault).toBeInstanceOf(NoPdf);
});
