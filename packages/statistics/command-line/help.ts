import { ANALYSES } from './analyses.ts';
import type { Analysis } from './analysis.ts';
import { DATA_OPTIONS, GENERAL_OPTIONS, type Options } from './options.ts';
import { type Block, factsBlock, together } from './print.ts';

const COMMAND = 'npm run --silent stats --';

export function overallHelp(): string {
  const names = Object.entries(ANALYSES).map(([name, { summary }]) => [`  ${name}`, summary] as const);
  return together([
    [`${COMMAND} <analysis> --data file.csv [options] [--json]`],
    factsBlock(names, 'Analyses'),
    optionsBlock('Options of every analysis', { ...DATA_OPTIONS, ...GENERAL_OPTIONS }),
    [`Options of one analysis, with an example: ${COMMAND} lmm --help`],
    [
      'Empty and NA are missing. Exit code 0: done; 2: the question or the data need mending (one line on',
      'standard error says how); 1: a fault of this program.',
    ],
  ]);
}

export function analysisHelp(name: string, analysis: Analysis): string {
  const all = analysis.file ? GENERAL_OPTIONS : { ...DATA_OPTIONS, ...GENERAL_OPTIONS };
  const general = Object.fromEntries(Object.entries(all).filter(([option]) => !(option in analysis.options)));
  return together([
    [`${COMMAND} ${name}`, `  ${ANALYSES[name].summary}`],
    optionsBlock('Options', analysis.options),
    optionsBlock('Options of every analysis', general),
    exampleBlock(`${COMMAND} ${name} ${analysis.example}`),
  ]);
}

function optionsBlock(title: string, options: Options): Block {
  const facts = Object.entries(options).map(([name, { value, help, required }]) => {
    const usage = value === undefined ? `  --${name}` : `  --${name} ${value}`;
    return [usage, required ? `${help} (needed)` : help] as const;
  });
  return factsBlock(facts, title);
}

/** Broken between options, in a way that a shell reads as one line. */
function exampleBlock(command: string): Block {
  const lines: string[] = [];
  for (const part of command.split(/ (?=--[a-z])/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < 94) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return [
    'Example',
    ...lines.map(
      (line, place) => `  ${place === 0 ? '' : '  '}${line}${place === lines.length - 1 ? '' : ' \\'}`,
    ),
  ];
}
