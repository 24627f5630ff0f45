import type { FindUnit } from './find-unit.ts';
import type { SampleCountyPlans } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

/** What counties handed in for the plan of the city: some in order, one with gaps, one late, others not at all. */
export async function loadCountyPlans(
  run: RunOperation,
  find: FindUnit,
  { planUid, dueOn, units, plans }: SampleCountyPlans & { planUid: string },
): Promise<void> {
  const organizationUids = units.map((name) => find(name).uid);
  await run('countyPlans', 'ask', { planUid, organizationUids, dueOn });
  const rows = await run('countyPlans', 'list', { planUid });
  const { nodes } = await run('plans', 'get', { uid: planUid });
  const cityTasks = new Map(nodes.flatMap(({ task }) => (task === null ? [] : [[task.title, task.uid]])));
  for (const { unit, checked, tasks, ...fields } of plans) {
    const { uid = '' } = rows.find(({ organizationUid }) => organizationUid === find(unit).uid) ?? {};
    const base = { receivedOn: null, documentNumber: '', contact: '', phone: '' };
    await run('countyPlans', 'update', { uid, base, set: fields });
    for (const { answers, ...task } of tasks) {
      const answersUid = answers === null ? null : (cityTasks.get(answers) ?? null);
      await run('countyPlans', 'addTask', { countyPlanUid: uid, ...task, answersUid });
    }
    if (checked) await run('countyPlans', 'decide', { uid, isChecked: true });
  }
}
