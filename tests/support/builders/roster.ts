import type { Holding, RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';

export function aHolding(over: Partial<Holding> = {}): Holding {
  return {
    personUid: 'zhang',
    positionUid: 'member',
    organizationUid: null,
    unit: '市公安局',
    post: '局长',
    substitute: false,
    substituteForUid: null,
    note: '',
    ...over,
  };
}

export function anEntry(over: Partial<RosterEntry> = {}): RosterEntry {
  return {
    ...aHolding(),
    uid: 'a1',
    name: '张三',
    unitShort: '市公安局',
    unitClosed: false,
    substituteForName: '',
    officePhone: '',
    mobile: '',
    firstDay: '2024-01-01',
    lastDay: null,
    document: '',
    initials: 'zs',
    ...over,
  };
}

export function aPosition(over: Partial<RosterPosition> = {}): RosterPosition {
  return {
    uid: 'member',
    role: 'member',
    name: '成员',
    aliases: [],
    single: false,
    required: false,
    ...over,
  };
}
