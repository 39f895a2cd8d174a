import type { AnyResult } from '../explain.ts';
import type { Language } from '../result.ts';
import type { Table } from '../table.ts';
import type { Given, Options } from './options.ts';
import { type Block, type Printer, printer } from './print.ts';

/** What one file of `analyses/` says: its own options, an example that runs, the analysis and its printed tables. */
export interface Definition<R extends AnyResult> {
  readonly options: Options;
  /** The words after the name of the analysis. */
  readonly example: string;
  readonly run: (data: Table, given: Given) => R;
  readonly print: (result: R, to: Printer) => readonly Block[];
  /** A table to write with `--out`. */
  readonly csv?: (data: Table, result: R) => string;
  /** The option that names the file, when it is not `data`, and how its columns are read. */
  readonly file?: {
    readonly option: string;
    readonly types: Readonly<Record<string, 'number' | 'category'>>;
  };
}

/** An analysis as the command line uses it, whatever its result is. */
export interface Analysis {
  readonly options: Options;
  readonly example: string;
  readonly file: Definition<AnyResult>['file'];
  readonly answer: (data: Table, given: Given) => Answer;
}

export interface Answer {
  readonly result: AnyResult;
  readonly blocks: (language: Language) => readonly Block[];
  readonly csv: (() => string) | undefined;
}

export function define<R extends AnyResult>(definition: Definition<R>): Analysis {
  const { options, example, file, csv } = definition;
  return {
    options,
    example,
    file,
    answer: (data, given) => {
      const result = definition.run(data, given);
      return {
        result,
        blocks: (language) => definition.print(result, printer(language)),
        csv: csv && (() => csv(data, result)),
      };
    },
  };
}
