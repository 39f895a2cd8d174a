import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, onTestFinished, test } from 'vitest';
import rules from './rules.mjs';

const repository = join(import.meta.dirname, '..', '..');

async function violations(
  baseDir: string,
): Promise<{ names: string[]; told: string[]; modules: number; dependencies: number }> {
  const { output } = await cruise(['apps', 'features', 'packages'], {
    ...rules.options,
    tsConfig: { fileName: join(repository, 'tsconfig.json') },
    ruleSet: { forbidden: rules.forbidden },
    validate: true,
    baseDir,
  });
  const { summary } = output as ICruiseResult;
  return {
    names: [...new Set(summary.violations.map(({ rule }) => rule.name))].sort(),
    told: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    modules: summary.totalCruised,
    dependencies: summary.totalDependenciesCruised ?? 0,
  };
}

test('every import follows the order of the house', async () => {
  const { told, modules, dependencies } = await violations(repository);
  expect(told).toEqual([]);
  // A tool that reads nothing finds nothing wrong.
  expect(modules).toBeGreaterThan(150);
  expect(dependencies).toBeGreaterThan(modules);
});

/** Wrong imports: the rule, the file that breaks it, what it imports. */
const planted: readonly [rule: string, from: string, to: string][] = [
  ['listed-features-only', 'apps/server/main.ts', '#features/gossip/domain'],
  ['the-list-is-for-those-who-put-together', 'features/board/web/page.ts', '#features'],
  ['the-list-is-for-those-who-put-together', 'features/board/domain/rules.ts', '../../index.ts'],
  ['the-list-is-for-those-who-put-together', 'packages/testing/all.ts', '#features'],
  ['people-knows-no-later-feature', 'features/people/domain/records.ts', '#features/goals/domain'],
  ['goals-knows-no-later-feature', 'features/goals/web/card.ts', '#features/board/web'],
  ['nothing-imports-apps', 'features/goals/server/routes.ts', '../../../apps/server/main.ts'],
  ['packages-know-no-feature', 'packages/sync/stream.ts', '#features/goals/domain'],
  ['domain-is-pure', 'features/goals/domain/rules.ts', '#packages/database'],
  ['domain-is-pure', 'features/goals/domain/contract.ts', '#packages/http/server'],
  ['domain-is-pure', 'features/goals/domain/part.ts', '#packages/feature/web'],
  ['web-never-meets-server', 'features/board/web/page.ts', '#features/board/server'],
  ['web-never-meets-server', 'packages/http/client/call.ts', '#packages/http/server'],
  ['web-never-meets-server', 'packages/pages/asking.ts', '#packages/http/server'],
  ['web-never-meets-server', 'features/board/web/face.ts', '#packages/feature/server'],
  ['web-never-meets-server', 'packages/feature/web/face.ts', '#packages/http/server'],
  ['server-never-meets-web', 'features/board/server/routes.ts', '#packages/ui'],
  ['server-never-meets-web', 'packages/http/server/mount.ts', '#packages/http/client'],
  ['server-never-meets-web', 'features/board/server/routes.ts', '#packages/pages'],
  ['server-never-meets-web', 'features/board/server/face.ts', '#packages/feature/web'],
  ['server-never-meets-web', 'packages/feature/server/face.ts', '#packages/ui'],
  ['nothing-that-runs-needs-the-tests', 'features/board/web/page.ts', '#features/goals/testing'],
  ['features-by-their-index', 'features/board/domain/stream.ts', '../../goals/domain/action.ts'],
  ['features-by-their-index-from-apps', 'apps/web/app.ts', '../../features/goals/domain/action.ts'],
  ['packages-by-their-index', 'features/board/web/frame.ts', '../../../packages/sync/client/tabs.ts'],
  ['packages-by-their-index-among-each-other', 'packages/ui/chart.ts', '../kernel/calendar.ts'],
  ['statistics-stands-alone', 'packages/statistics/formula.ts', '#packages/ui'],
  ['statistics-runs-in-a-browser', 'packages/statistics/csv.ts', 'node:fs'],
  [
    'special-functions-behind-one-door',
    'packages/statistics/regression/model.ts',
    '@stdlib/math-base-special-betainc',
  ],
  ['no-circles', 'packages/kernel/ids.ts', './refusal.ts'],
  ['nothing-unresolved', 'packages/kernel/time.ts', './clock-of-the-tower.ts'],
];

const targets = [
  'apps/server/main.ts',
  'features/index.ts',
  'features/gossip/domain/index.ts',
  'features/goals/domain/index.ts',
  'features/goals/domain/action.ts',
  'features/goals/testing/index.ts',
  'features/board/web/index.ts',
  'features/board/server/index.ts',
  'packages/database/index.ts',
  'packages/feature/server/index.ts',
  'packages/feature/web/index.ts',
  'packages/http/client/index.ts',
  'packages/http/server/index.ts',
  'packages/pages/index.ts',
  'packages/ui/index.ts',
  'packages/sync/client/tabs.ts',
  'packages/kernel/calendar.ts',
];

test.each(planted)('a planted import breaks %s: %s -> %s', async (rule, from, to) => {
  const house = mkdtempSync(join(tmpdir(), 'samenbeter-house-'));
  onTestFinished(() => rmSync(house, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      imports: {
        '#packages/*': './packages/*/index.ts',
        '#features': './features/index.ts',
        '#features/*': './features/*/index.ts',
      },
    }),
  );
  for (const path of targets) write(path, 'export const here = true;\n');
  write('packages/kernel/refusal.ts', "import './ids.ts';\nexport const here = true;\n");
  write('packages/kernel/ids.ts', 'export const here = true;\n');
  expect((await violations(house)).names).toEqual([]);
  write(from, `import '${to}';\nexport const here = true;\n`);
  expect((await violations(house)).names).toContain(rule);
});
