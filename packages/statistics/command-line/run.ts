import { readCsv } from '../csv.ts';
import { explain } from '../explain.ts';
import { type Language, StatisticsError } from '../result.ts';
import { ANALYSES } from './analyses.ts';
import type { Analysis, Answer } from './analysis.ts';
import { analysisHelp, overallHelp } from './help.ts';
import { badOption, DATA_OPTIONS, GENERAL_OPTIONS, type Given, readOptions } from './options.ts';
import { type Block, bullet, paragraph, printer, together } from './print.ts';
import { type ReadBytes, readData, readText } from './read-data.ts';

/** The world outside: files, and where text goes. */
export interface Io {
  readonly read: ReadBytes;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * @param words of the command line, after the program's name.
 * @returns the exit code: 0, or 2 when the question or the data need mending. Anything else that is thrown is a fault
 *   of this program.
 */
export async function run(words: readonly string[], io: Io): Promise<number> {
  const language = languageIn(words);
  try {
    io.out(await output(words, language, io));
    return 0;
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    io.err(`${error.text[language]}\n`);
    return 2;
  }
}

/** Looked for before anything else, since a complaint about the options has a language too. */
const languageIn = (words: readonly string[]): Language =>
  words.some(
    (word, place) => word === '--language=nl' || (word === 'nl' && words[place - 1] === '--language'),
  )
    ? 'nl'
    : 'en';

async function output(words: readonly string[], language: Language, io: Io): Promise<string> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') return overallHelp();
  const analysis = await analysisNamed(name);
  if (rest.includes('--help')) return analysisHelp(name, analysis);
  const given = readOptions(rest, {
    ...(analysis.file ? {} : DATA_OPTIONS),
    ...GENERAL_OPTIONS,
    ...analysis.options,
  });
  const [stray] = given.positionals;
  if (stray !== undefined) {
    throw badOption({
      nl: `“${stray}” hoort niet bij een optie. Zet een waarde met spaties tussen aanhalingstekens.`,
      en: `“${stray}” belongs to no option. Put a value with spaces between quotes.`,
    });
  }
  const data = analysis.file ? await readPlain(analysis.file, given, io) : await readData(given, io.read);
  const answer = analysis.answer(data, given);
  if (answer.csv && given.has('out')) await write(given.required('out'), answer.csv(), io);
  return given.flag('json') ? `${JSON.stringify(answer.result, null, 2)}\n` : readable(answer, language);
}

async function write(file: string, text: string, io: Io): Promise<void> {
  try {
    await io.write(file, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StatisticsError('unwritable-file', {
      nl: `Het bestand ${file} kan niet geschreven worden (${code}); er is niets bewaard. Kies een map die bestaat en waarin geschreven mag worden.`,
      en: `The file ${file} cannot be written (${code}); nothing was kept. Choose a folder that exists and may be written in.`,
    });
  }
}

async function analysisNamed(name: string): Promise<Analysis> {
  const entry = Object.hasOwn(ANALYSES, name) ? ANALYSES[name] : undefined;
  if (entry) return await entry.load();
  const known = Object.keys(ANALYSES).join(', ');
  throw new StatisticsError('unknown-analysis', {
    nl: `De analyse ${name} bestaat niet. Kies uit: ${known}.`,
    en: `There is no analysis ${name}. Choose from: ${known}.`,
  });
}

async function readPlain(file: NonNullable<Analysis['file']>, given: Given, io: Io) {
  return readCsv(await readText(given.required(file.option), io.read), { types: file.types });
}

function readable({ result, blocks }: Answer, language: Language): string {
  return together([
    paragraph(result.method[language]),
    ...blocks(language),
    used(result, language),
    ...result.warnings.map(({ text }) => bullet(text[language])),
    paragraph(explain(result, language)),
  ]);
}

function used(result: Answer['result'], language: Language): Block {
  const { number } = printer(language);
  const dropped = result.dropped
    .filter(({ count }) => count > 0)
    .map(({ count, why }) => `${number(count)} (${why[language].replace(/\.$/, '')})`);
  const without = language === 'nl' ? 'niet gebruikt' : 'not used';
  return paragraph(
    [`n = ${number(result.n)}`, ...(dropped.length > 0 ? [`${without}: ${dropped.join('; ')}`] : [])].join(
      '; ',
    ),
  );
}
