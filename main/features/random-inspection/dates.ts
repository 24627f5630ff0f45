import { monthText, publicationKindNames } from '#shared/rules/random-inspection/model.ts';
import type { DateSource } from '#main/features/calendar/index.ts';
import { listPublications } from './publications.ts';

/** Last days by which plans and results are to be published. */
export const publicationDates: DateSource = ({ from, to }, context) =>
  listPublications(context)
    .filter(({ dueOn }) => dueOn >= from && dueOn <= to)
    .map(({ month, kind, dueOn, publishedOn }) => ({
      key: `publicationDue ${kind} ${month}`,
      kind: 'publicationDue',
      day: dueOn,
      title: `${monthText(month)}${publicationKindNames[kind]}`,
      note: '',
      uid: 'publications',
      isDone: publishedOn !== null,
    }));
