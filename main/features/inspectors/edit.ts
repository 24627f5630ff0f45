import { v7 } from 'uuid';
import type { InspectorFields, inspectors as contract } from '#shared/contract/inspectors.ts';
import { type InspectorRole, inspectorRoleNames } from '#shared/rules/inspectors/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { TermRecord } from '#main/core/terms.ts';
import { insertInspector, rolesColumn, updateInspector, writeSkills } from './columns.ts';
import { personList } from './person-list.ts';
import { type InspectorRecord, skillsOfInspectors } from './queries.ts';
import { fieldsOf, readRoles, requireInspector, rowOf } from './rows.ts';
import { requireSkill } from './skills.ts';

type Names = 'add' | 'update' | 'remove' | 'leavePool' | 'returnToPool' | 'setMarks';

export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  add({ items }, { db, summarize }) {
    const uids = items.map((item) => {
      const uid = v7();
      insertInspector(db, uid, { ...item, leftOn: null });
      return uid;
    });
    summarize(personList(items.map(({ name }) => name)));
    return { uids };
  },

  update({ uid, base, set }, { db, summarize }) {
    const record = requireInspector(db, uid);
    const stored: InspectorFields = fieldsOf(rowOf(db, record));
    const wanted = { ...stored, ...decidePatch<InspectorFields>(stored, base, set) };
    updateInspector(db, record.id, wanted);
    summarize(personList([wanted.name]));
    return { uid };
  },

  remove({ uids }, { db, summarize }) {
    const people = uids.map((uid) => requireInspector(db, uid));
    for (const { id } of people) db.remove('inspector', id);
    summarize(personList(people.map(({ name }) => name)));
    return { removed: people.length };
  },

  leavePool: ({ uids, day }, context) => setLeftOn(uids, day, context),
  returnToPool: ({ uids }, context) => setLeftOn(uids, null, context),

  setMarks({ uids, addRoles, removeRoles, addSkills, removeSkills }, { db, summarize }) {
    const added = addSkills.map((skill) => requireSkill(db, skill));
    const removed = removeSkills.map((skill) => requireSkill(db, skill));
    const changed = uids
      .map((uid) => requireInspector(db, uid))
      .filter((person) => {
        const isOtherRoles = changeRoles(db, person, addRoles, removeRoles);
        return changeSkills(db, person, added, removed) || isOtherRoles;
      });
    const roleName = (role: InspectorRole): string => inspectorRoleNames[role];
    const gained = named('加上', [...addRoles.map(roleName), ...added.map(nameOf)]);
    const lost = named('去掉', [...removeRoles.map(roleName), ...removed.map(nameOf)]);
    summarize(`${personList(changed.map(nameOf))}${gained}${lost}`);
    return { changed: changed.length };
  },
};

function changeRoles(
  db: WriteStore,
  { id, roles }: InspectorRecord,
  add: readonly InspectorRole[],
  remove: readonly InspectorRole[],
): boolean {
  const column = rolesColumn([...readRoles(roles), ...add].filter((role) => !remove.includes(role)));
  if (column !== roles) db.update('inspector', id, { roles: column });
  return column !== roles;
}

function changeSkills(
  db: WriteStore,
  { id }: InspectorRecord,
  add: readonly TermRecord[],
  remove: readonly TermRecord[],
): boolean {
  const stored = db.all(skillsOfInspectors, { ids: JSON.stringify([id]) }).map((link) => link.skill_id);
  const gone = new Set(remove.map((skill) => skill.id));
  const wanted = [...stored, ...add.map((skill) => skill.id)].filter((skill) => !gone.has(skill));
  return writeSkills(db, id, wanted);
}

function setLeftOn(
  uids: readonly string[],
  day: string | null,
  { db, summarize }: WriteContext,
): { changed: number } {
  const people = uids.map((uid) => requireInspector(db, uid)).filter((person) => person.left_on !== day);
  for (const { id } of people) db.update('inspector', id, { left_on: day });
  summarize(`${personList(people.map(nameOf))}${day === null ? '' : `，自 ${day}`}`);
  return { changed: people.length };
}

function named(verb: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `，${verb}${words.join('、')}`;
}

function nameOf({ name }: { name: string }): string {
  return name;
}
