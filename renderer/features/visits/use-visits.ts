import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { siteTables } from '#renderer/ui/shared-queries.ts';

const visitTables = [
  'campaign',
  'campaign_target',
  'campaign_checklist',
  'checklist',
  'checklist_item',
  'visit',
  'visit_inspector',
  'visit_value',
  'visit_answer',
  'visit_figure',
  'finding',
  'task',
  'task_unit',
  'inspector',
  ...siteTables,
];

export function useVisits(campaignUid: string) {
  return useQuery(api.visits.list.queryOptions({ input: { campaignUid }, meta: { tables: visitTables } }));
}

/** Also leave, holidays and the pool change where a team goes. */
const planTables = ['campaign_schedule', 'campaign_county', 'inspector_leave', 'vehicle', 'holiday'];

export function useSheetTeams(campaignUid: string) {
  return useQuery(
    api.visitSheets.teams.queryOptions({
      input: { campaignUid },
      meta: { tables: [...visitTables, ...planTables] },
    }),
  );
}

export function useRecordForms(targetUids: string[]) {
  return useQuery(
    api.visitSheets.forms.queryOptions({
      input: { targetUids },
      meta: { tables: [...visitTables, ...planTables, 'setting'] },
    }),
  );
}

export function useSheet(targetUid: string) {
  return useQuery(
    api.visits.sheet.queryOptions({
      input: { targetUid },
      meta: { tables: [...visitTables, ...planTables] },
    }),
  );
}

export function useVisitChoices(campaignUid: string) {
  return useQuery(api.visits.choices.queryOptions({ input: { campaignUid }, meta: { tables: visitTables } }));
}

/** Campaigns that have begun; the one under way first. */
export function useBegunCampaigns() {
  return useQuery({
    ...api.campaigns.list.queryOptions({
      input: { text: '' },
      meta: { tables: ['campaign', 'campaign_kind', 'campaign_county', 'campaign_target'] },
    }),
    select: (campaigns) => campaigns.filter(({ status }) => status !== 'draft'),
  });
}
