import type { OrganizationNode } from '#shared/contract/organizations.ts';
import type { Action } from '../actions.ts';
import { ImportDialog } from '../import/import-dialog.tsx';
import type { OrganizationKind } from '../organizations-page.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { MarksDialog } from './marks-dialog.tsx';
import { MarksFromDialog } from './marks-from-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

interface ActionDialogProps {
  action: Action;
  /** Where pasted rows go. */
  place: { parent: OrganizationNode | undefined; kind: OrganizationKind };
  onClose: () => void;
}

/** The dialog that an action asks for. */
export function ActionDialog({ action, place, onClose }: ActionDialogProps) {
  switch (action.kind) {
    case 'import':
      return place.parent === undefined ? null : (
        <ImportDialog text={action.text} parent={place.parent} kind={place.kind} onClose={onClose} />
      );
    case 'marks':
      return <MarksDialog onClose={onClose} />;
    case 'marksFrom':
      return <MarksFromDialog nodes={action.nodes} onClose={onClose} />;
    case 'move':
      return <MoveDialog {...action} onClose={onClose} />;
    case 'merge':
      return <MergeDialog nodes={action.nodes} onClose={onClose} />;
    case 'split':
      return <SplitDialog node={action.node} onClose={onClose} />;
    case 'close':
      return <CloseDialog nodes={action.nodes} onClose={onClose} />;
    default:
      return null;
  }
}
