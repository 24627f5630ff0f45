import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerDefinition, LedgerStandards, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { equipment } from '#shared/rules/ledgers/definitions/equipment.ts';
import { fireStations } from '#shared/rules/ledgers/definitions/fire-stations.ts';
import { firefighterCare } from '#shared/rules/ledgers/definitions/firefighter-care.ts';
import { microStations } from '#shared/rules/ledgers/definitions/micro-stations.ts';
import { smartPoints } from '#shared/rules/ledgers/definitions/smart-points.ts';
import { trainings } from '#shared/rules/ledgers/definitions/trainings.ts';
import { usualStandards } from '#shared/rules/ledgers/due.ts';
import {
  requirementFor,
  requirementKey,
  requirementsIn,
  requirementsProblem,
} from '#shared/rules/ledgers/requirements.ts';
import { besideOf } from '#shared/rules/ledgers/beside.ts';
import { unlistedItems } from '#shared/rules/ledgers/unlisted-items.ts';
import { blankValues, problemsOf } from '#shared/rules/ledgers/values.ts';

const today = '2026-11-30';

const around = (definition: LedgerDefinition, standards: LedgerStandards = {}) => ({
  today,
  standards: { ...usualStandards(definition), ...standards },
});
const filled = (definition: LedgerDefinition, values: LedgerValues): LedgerValues => ({
  ...blankValues(definition),
  organizationUid: 'place',
  ...values,
});
const problems = (definition: LedgerDefinition, values: LedgerValues, standards?: LedgerStandards) =>
  problemsOf(definition, filled(definition, values), around(definition, standards)).map(
    ({ severity, text }) => `${severity} ${text}`,
  );
const measured = (definition: LedgerDefinition, key: string, values: LedgerValues): number => {
  const measure = definition.measures?.find((each) => each.key === key);
  if (measure === undefined || measure.kind === 'share') throw new Error(key);
  return measure.of(filled(definition, values), around(definition));
};

describe('a fire station', () => {
  const station = (values: LedgerValues) =>
    problems(fireStations, { name: '城东站', kind: 'first', ...values });

  it('is held to the area of its kind, wider in the outskirts, and the clause is named', () => {
    expect(station({ area: 700 })).toEqual([]);
    expect(station({ area: 701 })).toEqual([
      'hint 辖区面积 7.01 km²，超过 7 km²(《城市消防站建设标准》建标152-2017第十四条)',
    ]);
    expect(station({ kind: 'second', area: 450 })[0]).toContain('超过 4 km²');
    expect(station({ kind: 'small', area: 250 })[0]).toContain('超过 2 km²');
    expect(station({ kind: 'second', area: 1_500, isOutskirts: 1 })).toEqual([]);
    expect(station({ kind: 'second', area: 1_501, isOutskirts: 1 })[0]).toContain('超过 15 km²');
  });

  it('of special kind is held to that of a first-class one anywhere, those of support and towns to none', () => {
    expect(station({ kind: 'special', area: 800, isOutskirts: 1 })[0]).toContain('超过 7 km²');
    expect(station({ kind: 'support', area: 9_000 })).toEqual([]);
    expect(station({ kind: 'town', area: 9_000 })).toEqual([]);
  });

  it('goes by the office’s own standard', () => {
    const standards = { areaFirst: { value: 5, source: '市规划' } };
    expect(problems(fireStations, { name: '城东站', kind: 'first', area: 600 }, standards)).toEqual([
      'hint 辖区面积 6 km²，超过 5 km²(市规划)',
    ]);
  });

  it('is on duty not before it is built, and neither in the future', () => {
    expect(station({ builtOn: '2026-12-01' })[0]).toContain('建成日期还没有到');
    expect(station({ builtOn: '2025-05-01', dutyOn: '2025-04-30' })[0]).toContain('投勤日期早于建成日期');
    expect(measured(fireStations, 'onDuty', { dutyOn: today })).toBe(1);
    expect(measured(fireStations, 'onDuty', {})).toBe(0);
  });
});

describe('a micro station', () => {
  const values = { name: '中心社区站', people: 6, arrival: 30, isEquipped: 1 };

  it('falls short with fewer people, a later arrival or items that are missing', () => {
    expect(problems(microStations, values)).toEqual([]);
    const short = problems(microStations, { ...values, people: 5, arrival: 35, isEquipped: 0 });
    expect(short.map((text) => text.replace(/\(.*/u, ''))).toEqual([
      'hint 人员 5 人，少于 6 人',
      'hint 到场要 3.5 分钟，超过 3 分钟',
      'hint 器材没有配齐',
    ]);
  });

  it('counts as up to the standard only where all of it is known', () => {
    expect(measured(microStations, 'sound', values)).toBe(1);
    expect(measured(microStations, 'sound', { ...values, arrival: null })).toBe(0);
    expect(measured(microStations, 'sound', { ...values, people: 5 })).toBe(0);
  });

  it('is due again by the interval, and not at all before it was checked', () => {
    const due = (checkedOn: string | null) =>
      microStations.due?.on(filled(microStations, { ...values, checkedOn }), usualStandards(microStations));
    expect(due('2026-08-31')).toBe('2027-02-28');
    expect(due(null)).toBeNull();
  });

  it('of a key site that was taken for one of a community is pointed out', () => {
    expect(problems(microStations, { ...values, site: 'uid' })).toEqual([
      'hint 填了所属重点单位，类别却是社区(村)，请核对',
    ]);
  });
});

describe('equipment', () => {
  const row = { item: '水带', station: '河口专职队', kind: 'town', number: 18, measure: '盘' };

  it('tells what is missing by any name of the item, and what nobody asks for is not missing', () => {
    expect(problems(equipment, row)).toEqual(['hint 应配 20 盘，现有 18 盘，缺 2 盘(本程序拟定，可以修改)']);
    expect(measured(equipment, 'missing', { ...row, item: '消防水带' })).toBe(2);
    expect(measured(equipment, 'missing', { ...row, number: 25 })).toBe(0);
    expect(measured(equipment, 'missing', { ...row, kind: 'reserve' })).toBe(0);
    expect(measured(equipment, 'missing', { ...row, item: '无人机', number: 0 })).toBe(0);
  });

  it('of one requirement is never missing more often than it is asked for, however many rows it stands in', () => {
    const standards = usualStandards(equipment);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }), (numbers) => {
        const rows = numbers.map((number, id) => ({ id, values: filled(equipment, { ...row, number }) }));
        const beside = besideOf(equipment, rows, standards);
        const sumOf = (key: string) => {
          const measure = equipment.measures?.find((each) => each.key === key);
          if (measure === undefined || measure.kind === 'share') return 0;
          return rows.reduce(
            (sum, { id, values }) =>
              sum + measure.of(values, { today: '2026-11-23', standards, beside: beside.get(id) ?? null }),
            0,
          );
        };
        const there = numbers.reduce((sum, number) => sum + number, 0);
        expect(sumOf('missing')).toBe(Math.max(0, 20 - there));
        expect(sumOf('asked')).toBe(1);
        expect(sumOf('met')).toBe(Number(there >= 20));
      }),
    );
  });

  it('is due when it expires or is to be inspected, whichever is first', () => {
    const due = (values: LedgerValues) =>
      equipment.due?.on(filled(equipment, { ...row, ...values }), usualStandards(equipment));
    expect(due({ inspectedOn: '2026-03-01', expiresOn: '2026-12-31' })).toBe('2026-12-31');
    expect(due({ inspectedOn: '2026-03-01', expiresOn: '2028-12-31' })).toBe('2027-03-01');
    expect(due({})).toBeNull();
    expect(due({ number: 0, expiresOn: '2026-12-31' })).toBeNull();
  });

  it('that is required but has no row is listed with 0, once for each station', () => {
    const standards = {
      'town.消防水带、水带': { value: 20, source: '' },
      'town.消防头盔': { value: 10, source: '' },
      'town.破拆工具': { value: 0, source: '' },
      'micro.灭火器': { value: 8, source: '' },
    };
    const values = filled(equipment, row);
    const other = filled(equipment, { ...row, station: '别的队', item: '消防头盔' });
    expect(unlistedItems([values, values], [values, other], standards)).toEqual([
      { organizationUid: 'place', station: '河口专职队', kind: 'town', item: '消防头盔', number: 0 },
    ]);
    expect(unlistedItems([], [values], standards)).toEqual([]);
  });
});

describe('what is required', () => {
  it('is found again by its key, whatever its names are', () => {
    const names = fc.stringMatching(/^[一-龥]{1,6}(、[一-龥]{1,6}){0,2}$/u);
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9_999 }), (item, value) => {
        const wanted = { kind: 'town', item, value, source: '市标准' };
        const standards = {
          [requirementKey(wanted)]: { value, source: '市标准' },
          years: { value: 3, source: '' },
        };
        expect(requirementsIn(standards)).toEqual([wanted]);
        for (const name of item.split('、')) expect(requirementFor(standards, 'town', name)).toEqual(wanted);
        expect(requirementFor(standards, 'micro', item)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is of a known kind, has a name, a number, and stands there once', () => {
    const wanted = { kind: 'town', item: '水带', value: 4, source: '' };
    const problem = (...all: Partial<typeof wanted>[]) =>
      requirementsProblem(
        equipment,
        all.map((each) => ({ ...wanted, ...each })),
      );
    expect(problem({}, { kind: 'micro' })).toBeNull();
    expect(problem({ kind: 'castle' })).toContain('没有“castle”这一类');
    expect(problem({ item: '、' })).toContain('请填写名称');
    expect(problem({ value: 0 })).toContain('请填写 1 到 9999 之间的整数');
    expect(problem({}, { item: '消防水带、水带' })).toBe('乡镇专职队站的“消防水带、水带”写了两遍，请合并');
    expect(requirementsProblem(fireStations, [wanted])).not.toBeNull();
  });
});

describe('a smart point', () => {
  const point = (values: LedgerValues) => problems(smartPoints, { name: '老年公寓', kind: 'uid', ...values });

  it('has no more devices online than there are, and a low rate is pointed out once it is joined', () => {
    expect(point({ devices: 40, online: 41 })).toEqual(['error 在线 41 台比设备 40 台还多，请核对']);
    expect(point({ online: 1 })[0]).toContain('请把设备台数也填上');
    expect(point({ devices: 40, online: 36, joined: 'joined' })).toEqual([]);
    expect(point({ devices: 40, online: 35, joined: 'joined' })[0]).toContain('在线率 87.5%，低于 90%');
    expect(point({ devices: 40, online: 0, joined: 'waiting' })).toEqual([]);
  });

  it('counts in the online rate only where it is known how many are online', () => {
    expect(measured(smartPoints, 'told', { devices: 40, online: null })).toBe(0);
    expect(measured(smartPoints, 'told', { devices: 40, online: 0 })).toBe(40);
  });
});

describe('a training', () => {
  const training = (values: LedgerValues) =>
    problems(trainings, {
      topic: '疏散演练',
      form: 'drill',
      kind: 'uid',
      heldOn: today,
      people: 3,
      ...values,
    });

  it('that lies ahead is a plan, and nobody can have come yet', () => {
    expect(training({})).toEqual([]);
    expect(training({ heldOn: '2026-12-01' })[0]).toContain('还没有到这一天');
    expect(training({ heldOn: '2026-12-01', people: null })).toEqual(['hint 计划，还没有举行']);
    expect(training({ people: null })).toEqual(['hint 没有填参加人数']);
  });
});

describe('care for firefighters', () => {
  const care = (values: LedgerValues) => problems(firefighterCare, { person: '全体队员', ...values });
  const due = (values: LedgerValues) =>
    firefighterCare.due?.on(filled(firefighterCare, values), usualStandards(firefighterCare));

  it('is due where insurance ends or a complaint has to be solved', () => {
    expect(due({ kind: 'accident', insuredUntil: '2027-01-31' })).toBe('2027-01-31');
    expect(due({ kind: 'medical', insuredUntil: '2027-01-31' })).toBeNull();
    expect(due({ kind: 'complaint', raisedOn: '2026-11-01' })).toBe('2026-12-01');
    expect(due({ kind: 'complaint', raisedOn: '2026-11-01', solvedOn: '2026-11-09' })).toBeNull();
  });

  it('asks for the days that insurance and complaints go by, and for their order', () => {
    expect(care({ kind: 'injury' })).toEqual(['hint 没有填保险到期日期']);
    expect(care({ kind: 'complaint' })).toEqual(['hint 没有填诉求提出日期']);
    expect(care({ kind: 'complaint', solvedOn: today })[0]).toContain('请把提出日期也填上');
    expect(care({ kind: 'complaint', raisedOn: today, solvedOn: '2026-11-29' })[0]).toContain('早于提出日期');
    expect(care({ kind: 'complaint', raisedOn: '2026-09-01', solvedOn: '2026-10-02' })[0]).toContain(
      '办了 31 天，超过 30 天',
    );
    expect(care({ kind: 'accident', doneOn: '2026-01-01', insuredUntil: '2025-12-31' })[0]).toContain(
      '早于投保日期',
    );
  });

  it('counts whoever is insured today', () => {
    const insured = (insuredUntil: string) =>
      measured(firefighterCare, 'insured', { kind: 'accident', people: 24, insuredUntil });
    expect([insured(today), insured('2026-11-29')]).toEqual([24, 0]);
  });
});
