import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { fingerprintOf, Succeeded } from './unchanged.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenbeter-unchanged-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'part/deep'), { recursive: true });
  writeFileSync(join(folder, 'part/a.ts'), 'one');
  writeFileSync(join(folder, 'part/deep/b.csv'), 'two');
  writeFileSync(join(folder, 'lock.json'), '{}');
});

const patterns = ['part/**', 'lock.json'];

test('a changed, added, moved or removed file is noticed; another file is not', () => {
  const before = fingerprintOf(folder, patterns);
  writeFileSync(join(folder, 'elsewhere.ts'), 'else');
  expect(fingerprintOf(folder, patterns)).toBe(before);
  const seen = new Set([before]);
  const noticed = () => seen.size < seen.add(fingerprintOf(folder, patterns)).size;
  writeFileSync(join(folder, 'part/deep/b.csv'), 'three');
  expect(noticed()).toBe(true);
  writeFileSync(join(folder, 'part/c.ts'), '');
  expect(noticed()).toBe(true);
  writeFileSync(join(folder, 'lock.json'), '{"a":1}');
  expect(noticed()).toBe(true);
  rmSync(join(folder, 'part/a.ts'));
  expect(noticed()).toBe(true);
});

test('what succeeded is known until something changed', () => {
  const kept = () => new Succeeded(join(folder, 'cache'), 'part');
  expect(kept().isAlready('x')).toBe(false);
  kept().keep('x');
  expect(kept().isAlready('x')).toBe(true);
  expect(kept().isAlready('y')).toBe(false);
});
