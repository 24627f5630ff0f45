import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storeFile } from '#main/core/store/database.ts';
import { INDICATORS, OBJECTS } from '#tests/support/five-years.ts';
import type { Client } from '#tests/support/core.ts';
import { percentile, timesOf, timesOfCalls } from './measure.ts';
import { startOfficeProcess } from './office-client.ts';
import type { Part, Report } from './report.ts';
import { fiveYears } from './shared-data.ts';

/* What an erratum of a scheme would change in a group that is being scored, over HTTP. */

const CALLS = 40;
const CALLS_BEFORE = 3;
const CHANGED = 40;
const BAR = { of: 'figure', most: 300 } as const;

/** A version in which every third indicator costs another number of points. */
async function putErratumInForce(client: Client, schemeUid: string): Promise<string> {
  const { uid } = await client.schemes.newVersion({ uid: schemeUid, reason: '更正扣分标准' });
  const { indicators } = await client.schemes.get({ uid });
  const changed = indicators.filter((_indicator, place) => place % 3 === 0).slice(0, CHANGED);
  for (const { uid: indicatorUid, maxPoints } of changed) {
    const set = { maxPoints: maxPoints - 1000 };
    await client.schemes.updateIndicator({ uid: indicatorUid, base: { maxPoints }, set });
  }
  await client.schemes.putInForce({ uid, from: '2026-12-31' });
  return uid;
}

async function run(report: Report): Promise<void> {
  const { folder } = await fiveYears();
  const copy = mkdtempSync(join(dirname(folder), 'office-erratum-'));
  cpSync(join(folder, storeFile), join(copy, storeFile));
  const office = await startOfficeProcess(copy);
  try {
    const client = office.http;
    const open = (await client.assessment.periods()).find(({ status }) => status === 'open');
    const [group] = (await client.assessment.period({ uid: open!.uid })).groups;
    const schemeUid = await putErratumInForce(client, group!.schemeUid);
    const preview = () => client.schemeChange.preview({ groupUid: group!.uid, schemeUid });
    await timesOf(CALLS_BEFORE, preview);
    const times = await timesOfCalls(CALLS, preview);
    const [median, value] = [percentile(times, 50), percentile(times, 95)];
    report({ what: 'preview of an erratum, p95', value, median, unit: 'ms', bar: BAR });
    const { seen } = await preview();
    const started = performance.now();
    await client.schemeChange.change({ groupUid: group!.uid, schemeUid, seen });
    report({ what: 'taking the erratum over', value: performance.now() - started, unit: 'ms' });
  } finally {
    await office.close();
    rmSync(copy, { recursive: true });
  }
}

export const schemeChangePart: Part = {
  name: 'schemeChange',
  title: `an erratum of the scheme in a group of ${OBJECTS} × ${INDICATORS}`,
  run,
};
