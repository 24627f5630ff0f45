import type { NewTaskItem } from '#shared/contract/tasks.ts';
import { defineQuery, nullableText, type Row, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const columns = { title: text, assigned_on: text, due_on: nullableText, leads: text };
type KnownTask = Row<typeof columns>;

/** All tasks with their lead units, sorted by uid. */
const tasksWithLeads = defineQuery({
  name: 'tasks.withLeads',
  sql: `SELECT task.title AS title, task.assigned_on AS assigned_on, task.due_on AS due_on,
      ifnull((SELECT group_concat(lead.uid, ' ' ORDER BY lead.uid) FROM task_unit AS unit
        JOIN organization AS lead ON lead.id = unit.organization_id
        WHERE unit.task_id = task.id AND unit.role = 'lead'), '') AS leads
    FROM task`,
  columns,
});

/** Tasks that are there or that an earlier row of a table adds, by title and lead units. */
export class KnownTasks {
  readonly #byContent = new Map<string, KnownTask[]>();

  constructor(db: ReadStore) {
    for (const task of db.all(tasksWithLeads)) this.#add(task);
  }

  /**
   * What of an item is not there yet, each lead unit by itself where each gets a task of its own.
   * @param assignedOn what the row itself says; null: any of that content is meant
   */
  missing(item: NewTaskItem, assignedOn: string | null): NewTaskItem[] {
    const parts = item.each ? item.leadUids.map((uid) => [uid]) : [item.leadUids];
    return (parts.length === 0 ? [[]] : parts)
      .map((leadUids) => ({ ...item, leadUids, each: false }))
      .filter((part) => {
        const found = this.#find(part).some((task) => assignedOn === null || task.assigned_on === assignedOn);
        const { title, assignedOn: assigned, dueOn, leadUids } = part;
        if (!found)
          this.#add({ title, assigned_on: assigned, due_on: dueOn, leads: leadUids.toSorted().join(' ') });
        return !found;
      });
  }

  /** Of a known one. */
  dueOf(item: NewTaskItem): string | null {
    const [lead] = item.leadUids;
    const known =
      this.#find(item)[0] ?? this.#find({ ...item, leadUids: lead === undefined ? [] : [lead] })[0];
    return known?.due_on ?? null;
  }

  #find({ title, leadUids }: Pick<NewTaskItem, 'title' | 'leadUids'>): readonly KnownTask[] {
    return this.#byContent.get(contentKey(title, leadUids.toSorted().join(' '))) ?? [];
  }

  #add(task: KnownTask): void {
    const key = contentKey(task.title, task.leads);
    this.#byContent.set(key, [...(this.#byContent.get(key) ?? []), task]);
  }
}

function contentKey(title: string, leads: string): string {
  return `${title.replaceAll(/\s/gu, '')}\n${leads}`;
}
