import type { ListChoice, ListPreview } from '#shared/contract/table-import.ts';

/** What a step needs of the readings, see useRecheck. */
export interface Checks {
  preview: ListPreview;
  /** As it was asked last. */
  choice: ListChoice;
  checking: boolean;
  check: (change: { choice: ListChoice }) => void;
  stop: () => void;
}
