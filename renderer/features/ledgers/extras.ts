import type { ComponentType } from 'react';
import { CheckBulk } from '../water-checks/check-bulk.tsx';
import { CheckPart } from '../water-checks/check-part.tsx';
import type { LedgerFilter, LedgerRow } from '#shared/contract/ledgers.ts';
import { AddRequiredItems } from './add-required-items.tsx';

/** What a ledger shows beyond list, grid, panel and form. */
export interface LedgerExtras {
  /** Further views beside list and grid. */
  views?: readonly {
    key: string;
    name: string;
    /** Fills the page's body. */
    View: ComponentType<{ filter: LedgerFilter; onOpen: (uid: string) => void }>;
  }[];
  /** In the panel above the form: what is done with a row day by day. */
  PanelPart?: ComponentType<{ row: LedgerRow; mayEdit: boolean }>;
  /** In the bar of what is done to chosen rows. */
  BulkActions?: ComponentType<{ rows: readonly LedgerRow[]; onDone: () => void }>;
}

/** By key of the ledger. */
export const ledgerExtras: Readonly<Record<string, LedgerExtras>> = {
  equipment: { BulkActions: AddRequiredItems },
  waterSources: { PanelPart: CheckPart, BulkActions: CheckBulk },
};
