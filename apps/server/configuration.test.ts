import { describe, expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const production = {
  MODE: 'production',
  BASE_URL: 'https://bord.school.nl',
  SMTP_URL: 'smtps://bord:geheim@mail.school.nl:465',
  MAIL_FROM: 'Samenbeter <bord@school.nl>',
  SESSION_SECRET: 'q8Zt4mWc1Yx7Lr0Vb3Hn6Kd9Sf2Gj5Pa',
};

function faultsOf(environment: Record<string, string>): readonly string[] {
  const read = readConfiguration(environment);
  return 'faults' in read ? read.faults : [];
}

function read(environment: Record<string, string>) {
  const configuration = readConfiguration(environment);
  if ('faults' in configuration) throw new Error(configuration.faults.join('\n'));
  return configuration;
}

test('without any variable it is a demonstration on this machine only', () => {
  expect(read({})).toMatchObject({
    mode: 'demonstration',
    port: 4180,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:4180',
    database: { kind: 'embedded' },
    mail: { kind: 'mailbox' },
  });
});

test('PORT chooses the port and the address that follows from it', () => {
  expect(read({ PORT: '21500' })).toMatchObject({ port: 21_500, baseUrl: 'http://localhost:21500' });
});

test('an empty variable counts as one that is not set', () => {
  expect(read({ PORT: ' ', MODE: '' })).toMatchObject({ port: 4180, mode: 'demonstration' });
});

test('production with all it needs', () => {
  const configuration = read({ ...production, DATABASE_URL: 'postgres://owner:geheim@db:5432/samenbeter' });
  expect(configuration).toMatchObject({
    mode: 'production',
    host: '0.0.0.0',
    baseUrl: 'https://bord.school.nl',
    database: { kind: 'external', ownerUrl: 'postgres://owner:geheim@db:5432/samenbeter' },
    mail: { kind: 'smtp', from: 'Samenbeter <bord@school.nl>' },
    sessionSecret: production.SESSION_SECRET,
  });
});

describe('a demonstration cannot be on by accident', () => {
  test('an external database means production unless MODE says otherwise', () => {
    const faults = faultsOf({ DATABASE_URL: 'postgres://owner:geheim@db:5432/samenbeter' });
    expect(faults.join(' ')).toContain('BASE_URL is missing');
  });

  test('NODE_ENV=production means production unless MODE says otherwise', () => {
    expect(faultsOf({ NODE_ENV: 'production' }).join(' ')).toContain('SESSION_SECRET is missing');
  });

  test.each([
    ['DATABASE_URL', { DATABASE_URL: 'postgres://owner:geheim@db:5432/samenbeter' }],
    ['NODE_ENV', { NODE_ENV: 'production' }],
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '192.168.1.20', SAMENBETER_DEMONSTRATION_ON_NETWORK: 'no' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://mail.school.nl' }],
  ])('refused with %s %j', (name, environment) => {
    const faults = faultsOf({ MODE: 'demonstration', ...environment });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  test('on the network only after saying yes to exactly that', () => {
    const configuration = read({ HOST: '0.0.0.0', SAMENBETER_DEMONSTRATION_ON_NETWORK: 'yes' });
    expect(configuration).toMatchObject({ mode: 'demonstration', host: '0.0.0.0' });
  });

  test.each(['127.0.0.1', 'localhost', '::1'])('%s is this machine', (host) => {
    expect(read({ HOST: host }).host).toBe(host);
  });
});

describe('each fault is a sentence that names its variable', () => {
  test.each([
    ['MODE', { MODE: 'prod' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '80a' }],
    ['BASE_URL', { BASE_URL: '' }],
    ['BASE_URL', { BASE_URL: 'http://bord.school.nl' }],
    ['BASE_URL', { BASE_URL: 'bord.school.nl' }],
    ['BASE_URL', { BASE_URL: 'https://bord.school.nl/app' }],
    ['SMTP_URL', { SMTP_URL: '' }],
    ['SMTP_URL', { SMTP_URL: 'mail.school.nl' }],
    ['MAIL_FROM', { MAIL_FROM: '' }],
    ['MAIL_FROM', { MAIL_FROM: 'bord' }],
    ['SESSION_SECRET', { SESSION_SECRET: '' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'te kort' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'a'.repeat(40) }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://owner@db/samenbeter' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db' }],
    ['APP_DATABASE_URL', { APP_DATABASE_URL: 'postgres://samenbeter_app:geheim@db/samenbeter' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('%s: %j', (name, environment) => {
    const faults = faultsOf({ ...production, ...environment });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
  });

  test('a password in a faulty address is not repeated', () => {
    const faults = faultsOf({ ...production, DATABASE_URL: 'mysql://owner:zeergeheim@db/samenbeter' });
    expect(faults.join(' ')).not.toContain('zeergeheim');
  });
});

test('all faults are listed at once', () => {
  const faults = faultsOf({ MODE: 'production', PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'x' });
  const named = ['PORT', 'BASE_URL', 'DATABASE_URL', 'SMTP_URL', 'MAIL_FROM', 'SESSION_SECRET', 'LOG_LEVEL'];
  expect(faults).toHaveLength(named.length);
  for (const name of named) expect(faults.join('\n')).toContain(name);
});
