import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ENGINE, mixedAnova, multilevelModel, readCsv } from '#packages/statistics';

/** The same three analyses as peer.R, in a process of their own. Prints one JSON object. */
const [task = 'barometer', rounds = '5'] = process.argv.slice(2);

const study = join(import.meta.dirname, '..', '..', 'packages', 'statistics', 'oracle', 'study');
const read = (name: string) =>
  readCsv(gunzipSync(readFileSync(join(study, `${name}.csv.gz`))).toString('utf8'), {
    references: name === 'duo' ? {} : { sector: 'po' },
  });

const FORMULA = 'enth ~ time + sector + board + design + newstart + (1 | school) + (1 | teacher)';

function prepare(): () => number {
  if (task === 'schools') {
    const schools = read('duo');
    const years = ['y2016', 'y2017', 'y2018', 'y2019'];
    return () =>
      mixedAnova(schools, { within: years, between: ['group'], type: 'III' }).effects.find(
        (effect) => effect.term === 'within',
      )?.F ?? Number.NaN;
  }
  const answers = read(task);
  return () =>
    multilevelModel(answers, { formula: FORMULA }).fixed.find((row) => row.term === 'time')?.t ?? Number.NaN;
}

const analyse = prepare();
const milliseconds: number[] = [];
let answer = Number.NaN;
for (let round = 0; round < Number(rounds); round++) {
  const began = performance.now();
  answer = analyse();
  milliseconds.push(performance.now() - began);
}
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  JSON.stringify({ milliseconds, megabytes, answer, engine: `${ENGINE}, Node ${process.versions.node}` }),
);
