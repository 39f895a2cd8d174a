import { readFileSync } from 'node:fs';

/** Who may know whom (docs/architecture.md). A feature knows only features above it in features/index.ts. */
const list = readFileSync(new URL('../../features/index.ts', import.meta.url), 'utf8');
const order = [...list.matchAll(/^export .* from '\.\/([\w-]+)\/index\.ts';$/gm)].map(([, name]) => name);

const isTest = '\\.(test|fixture|cases)\\.tsx?$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const laterFeatures = order.slice(0, -1).map((feature, index) => ({
  name: `${feature}-knows-no-later-feature`,
  comment: `features/${feature} may import only features above it in features/index.ts.`,
  severity: 'error',
  from: { path: `^features/${feature}/` },
  to: { path: `^features/(${order.slice(index + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'listed-features-only',
      comment: 'A feature that has no line in features/index.ts has no place in the order.',
      severity: 'error',
      from: {},
      to: { path: '^features/', pathNot: `^features/(index\\.ts$|(${order.join('|')})/)` },
    },
    {
      name: 'the-list-is-for-those-who-put-together',
      comment:
        'What asks for all features is in apps/, or goes over all of them to look at them. A feature knows those it names.',
      severity: 'error',
      from: { path: '^(features|packages)/', pathNot: '^features/index\\.ts$' },
      to: { path: '^features/index\\.ts$' },
    },
    ...laterFeatures,
    {
      name: 'nothing-imports-apps',
      comment: 'apps/ only wires; what others need belongs in a feature or a package.',
      severity: 'error',
      from: { path: '^(features|packages)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'packages-know-no-feature',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^features/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'domain/ imports kernel, statistics, the shared parts of sync, http and feature, and domains of earlier features; of npm only zod.',
      severity: 'error',
      from: { path: '^features/[^/]+/domain/', pathNot: isTest },
      to: {
        pathNot: [
          '^packages/(kernel|statistics)/',
          '^packages/(feature|http|sync)/[^/]+$',
          '^features/[^/]+/domain/',
          '^node_modules/zod/',
        ],
      },
    },
    {
      name: 'web-never-meets-server',
      severity: 'error',
      from: {
        path: '^(features/[^/]+/web|apps/web|packages/(pages|ui|feature/web|(http|sync)/client|(search|sync)/react))/',
        pathNot: isTest,
      },
      to: {
        path: [
          '^features/[^/]+/server/',
          '^apps/server/',
          '^packages/(database|documents|mail|(feature|http|sync)/server|testing)/',
          '^node_modules/(postgres|fastify|@fastify|nodemailer|pino)/',
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'server-never-meets-web',
      severity: 'error',
      from: {
        path: '^(features/[^/]+/server|apps/server|packages/(database|documents|mail|(feature|http|sync)/server))/',
      },
      to: {
        path: [
          '^features/[^/]+/web/',
          '^apps/web/',
          '^packages/(pages|ui|feature/web|(http|sync)/client|sync/react|i18n/react)/',
          '^node_modules/(react|react-dom|wouter)/',
        ],
      },
    },
    {
      name: 'features-by-their-index',
      comment: 'A part of a feature is entered through its index.ts.',
      severity: 'error',
      from: { path: '^(features/[^/]+/[^/]+)/' },
      to: {
        path: '^features/[^/]+/(domain|server|web)/',
        pathNot: ['^$1/', '^features/[^/]+/[^/]+/(index\\.ts$|[^/]+/index\\.ts$)', isTest],
      },
    },
    {
      name: 'features-by-their-index-from-apps',
      severity: 'error',
      from: { path: '^(apps|scripts|tests|bench)/' },
      to: { path: '^features/', pathNot: ['/index\\.ts$', isTest] },
    },
    {
      name: 'packages-by-their-index',
      severity: 'error',
      from: { path: '^(features|apps|scripts)/', pathNot: isTest },
      to: { path: '^packages/', pathNot: ['/index\\.ts$', '\\.css$'] },
    },
    {
      name: 'packages-by-their-index-among-each-other',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: isTest },
      to: { path: '^packages/', pathNot: ['^packages/$1/', '/index\\.ts$', '\\.css$'] },
    },
    {
      name: 'nothing-that-runs-needs-the-tests',
      severity: 'error',
      from: { path: '^(features|packages|apps)/', pathNot: [isTest, '/testing/'] },
      to: { path: '^(tests/|(features|packages)/.*/testing/)' },
    },
    {
      name: 'statistics-stands-alone',
      comment:
        'Usable without the rest of the product: by a researcher on the command line, in a browser, in another project.',
      severity: 'error',
      from: { path: '^packages/statistics/' },
      to: { path: '^(packages|features|apps|scripts)/', pathNot: '^packages/statistics/' },
    },
    {
      name: 'statistics-runs-in-a-browser',
      severity: 'error',
      from: { path: '^packages/statistics/', pathNot: ['^packages/statistics/command-line/', isTest] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'special-functions-behind-one-door',
      comment: 'distributions/ knows in which form a tail keeps its digits.',
      severity: 'error',
      from: { path: '^packages/', pathNot: ['^packages/statistics/distributions/', isTest] },
      to: { path: '^(node_modules/)?@stdlib/' },
    },
    {
      name: 'no-circles',
      comment: 'Save where one side only comes at a tap: a dialog shows rows, and a row opens the dialog.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
