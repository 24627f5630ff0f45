import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';

const checklistTables = ['checklist', 'checklist_item'];

/** What was shown stays while the next text is answered. */
export function useChecklists(text: string) {
  return useQuery(
    api.checklists.list.queryOptions({
      input: { text },
      placeholderData: (before) => before,
      meta: { tables: checklistTables },
    }),
  );
}

export function useChecklist(uid: string) {
  return useQuery(api.checklists.get.queryOptions({ input: { uid }, meta: { tables: checklistTables } }));
}

/** Those that come with the program. */
export function useShippedChecklists() {
  return useQuery(api.checklists.shipped.queryOptions({ meta: { tables: ['checklist'] } }));
}

/** As it is printed. */
export function useChecklistForm(uid: string) {
  return useQuery(
    api.checklists.form.queryOptions({ input: { uid }, meta: { tables: [...checklistTables, 'setting'] } }),
  );
}
