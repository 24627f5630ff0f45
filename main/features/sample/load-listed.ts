import type { FindUnit } from './find-unit.ts';
import type { SampleListed } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

/** Hazards under listed supervision, with everything from the warning board to 摘牌. */
export async function loadListed(
  run: RunOperation,
  find: FindUnit,
  hazards: readonly SampleListed[],
): Promise<void> {
  for (const hazard of hazards) await loadHazard(run, find, hazard);
}

async function loadHazard(
  run: RunOperation,
  find: FindUnit,
  { organization, supervisingUnit, boardHungOn, progress, extension, acceptance, ...fields }: SampleListed,
): Promise<void> {
  const { uid } = await run('listedSupervision', 'add', {
    ...fields,
    organizationUid: find(organization).uid,
    supervisingUnit: find(supervisingUnit).name,
  });
  await run('listedSupervision', 'hangBoard', { uid, day: boardHungOn });
  for (const { on, text } of progress) await run('listedSupervision', 'addProgress', { uid, day: on, text });
  if (extension !== null) {
    const { on, dueOn, reason } = extension;
    await run('listedSupervision', 'extend', { uid, day: on, dueOn, reason });
  }
  if (acceptance !== null) {
    const { on, by, text, delistedOn } = acceptance;
    await run('listedSupervision', 'accept', { uid, day: on, by: find(by).name, text });
    await run('listedSupervision', 'delist', { uid, day: delistedOn });
  }
}
