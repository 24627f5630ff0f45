import type { ShortfallItem, ShortfallRow } from '#shared/contract/shortfalls.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { FigureForm } from './figure-form.tsx';

interface PlacePanelProps {
  item: ShortfallItem;
  row: ShortfallRow;
  mayEdit: boolean;
  onClose: () => void;
}

export function PlacePanel({ item, row, mayEdit, onClose }: PlacePanelProps) {
  return (
    <SidePanel title={`${row.name}　${item.name}`} onClose={onClose}>
      <FigureForm item={item} row={row} mayEdit={mayEdit} />
    </SidePanel>
  );
}
