import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepNoHistory } from '#main/hosts/window-profile.ts';

let profile: string;
let file: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'office-profile-'));
  file = join(profile, 'Default', 'Preferences');
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});

function preferences(): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

describe('the browser of a window', () => {
  it('keeps no history from its first start on', () => {
    keepNoHistory(profile);
    expect(preferences()).toEqual({ history: { saving_disabled: true } });
  });

  it('keeps what the clerk has chosen in it', () => {
    mkdirSync(join(profile, 'Default'));
    writeFileSync(file, '{"history":{"clear":1},"printing":{"printer":"一楼"}}');
    keepNoHistory(profile);
    const chosen = { history: { clear: 1, saving_disabled: true }, printing: { printer: '一楼' } };
    expect(preferences()).toEqual(chosen);
    const written = statSync(file).mtimeMs;
    keepNoHistory(profile);
    expect(statSync(file).mtimeMs).toBe(written);
  });

  it('keeps none after its choices were damaged', () => {
    mkdirSync(join(profile, 'Default'));
    writeFileSync(file, '{"history":');
    keepNoHistory(profile);
    expect(preferences()).toEqual({ history: { saving_disabled: true } });
  });
});
