import { addDays, addMonths, localDay } from '#shared/calendar/days.ts';
import type { RunOperation } from './run-operation.ts';

/** Places that are in no ledger of key sites; invented. */
const smallPlaces = ['便民超市', '家常菜馆', '美发店', '五金经营部', '快捷旅社', '托管中心'];

/** Libraries, a year's plan, and this month's draw with some of its results. */
export async function loadRandomInspection(run: RunOperation): Promise<void> {
  const today = localDay(Date.now());
  const month = today.slice(0, 7);
  const classes = await run('randomInspection', 'classes', undefined);
  const [crowded, other, ordinary] = classes.map(({ uid }) => uid);
  if (crowded === undefined || other === undefined || ordinary === undefined) return;
  const { kinds } = await run('keySites', 'terms', undefined);
  const crowdedKind = kinds.find(({ role }) => role === 'crowded')?.uid ?? null;
  await run('randomInspection', 'addSites', { classUid: crowded, kindUid: crowdedKind });
  await run('randomInspection', 'addSites', { classUid: other, kindUid: null });
  await addSmallPlaces(run, ordinary);
  await addCertificates(run, today);
  const year = Number(today.slice(0, 4));
  const { uid: planUid } = await run('randomInspection', 'addPlan', {
    year,
    title: `${year}年度“双随机、一公开”抽查计划`,
    firstMonth: Number(today.slice(5, 7)),
    classUids: [crowded, other, ordinary],
  });
  // Key sites may all be on the lists of campaigns just then, which leaves none of them to draw.
  const drawn = await drawMonth(run, { planUid, month, classUids: [ordinary] });
  await enterResults(run, drawn.slice(0, Math.ceil(drawn.length / 2)), today);
  const published = {
    month,
    kind: 'plan',
    publishedOn: addDays(`${month}-01`, -3),
    place: '市政府网站',
  } as const;
  await run('randomInspection', 'markPublished', published);
}

async function addSmallPlaces(run: RunOperation, classUid: string): Promise<void> {
  const nodes = await run('organizations', 'tree', { day: null });
  const townships = nodes.filter(({ level }) => level === 'township').slice(0, 8);
  for (const [place, { uid: organizationUid, name: township }] of townships.entries())
    for (const [at, kind] of smallPlaces.entries()) {
      const isPunished = (place + at) % 7 === 0;
      await run('randomInspection', 'addObject', {
        classUid,
        name: `${township}${kind}`,
        organizationUid,
        credit: isPunished ? 'discredited' : 'unknown',
        punished: isPunished,
        heldReason: place === 1 && at === 2 ? '投诉举报核查中' : '',
        validUntil: null,
        closedOn: null,
        note: '',
      });
    }
}

/** Everybody but the last has one; that of the first has expired. */
async function addCertificates(run: RunOperation, today: string): Promise<void> {
  const inspectors = await run('randomInspection', 'inspectors', undefined);
  const base = { certificate: '', expiresOn: null, validUntil: null, avoids: [] };
  for (const [place, { uid }] of inspectors.slice(0, -1).entries())
    await run('randomInspection', 'setCertificate', {
      uid,
      base,
      set: {
        certificate: `XF${String(43_070_001 + place * 17)}`,
        expiresOn: place === 0 ? addDays(today, -20) : addMonths(today, 6 + (place % 5) * 8),
        validUntil: null,
        avoids: [],
      },
    });
}

interface ToDraw {
  planUid: string;
  month: string;
  classUids: string[];
}

/** @returns what came out */
async function drawMonth(run: RunOperation, asked: ToDraw) {
  const { uid } = await run('randomInspection', 'freeze', asked);
  const { fingerprint } = await run('randomInspection', 'draw', { uid });
  await run('randomInspection', 'drawNow', {
    uid,
    fingerprint,
    witnesses: [
      { name: '周明华', text: '8 3 6' },
      { name: '沈立新', text: '长治久安' },
    ],
  });
  return (await run('randomInspection', 'targets', { month: asked.month, view: 'all', text: '' })).rows;
}

async function enterResults(
  run: RunOperation,
  targets: Awaited<ReturnType<typeof drawMonth>>,
  day: string,
): Promise<void> {
  const [first, ...others] = targets;
  if (first === undefined) return;
  await run('randomInspection', 'setResult', {
    uid: first.uid,
    base: { inspectedOn: null, inspectedBy: '', result: null, problem: '' },
    set: {
      inspectedOn: day,
      inspectedBy: first.inspectors.map(({ name }) => name).join('、'),
      result: 'problems',
      problem: '安全出口堆放杂物，应急照明灯损坏',
    },
  });
  if (others.length > 0)
    await run('randomInspection', 'setClean', { uids: others.map(({ uid }) => uid), day });
}
