import { Button } from 'antd';
import type { ShortfallCounty, ShortfallItem, ShortfallRow } from '#shared/contract/shortfalls.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { FigureForm } from './figure-form.tsx';
import { PlanForm } from './plan-form.tsx';

interface CountyPanelProps {
  item: ShortfallItem;
  county: ShortfallCounty;
  /** Where the item's numbers belong to counties. */
  place: ShortfallRow | null;
  mayEdit: boolean;
  onPlaces: () => void;
  onClose: () => void;
}

/** A county's numbers or the way to those of its places, and its plan by year. */
export function CountyPanel({ item, county, place, mayEdit, onPlaces, onClose }: CountyPanelProps) {
  return (
    <SidePanel title={`${county.name}　${item.name}`} width={560} onClose={onClose}>
      {place === null ? (
        <p>
          数字按乡镇(街道)登记。
          <Button type="link" size="small" onClick={onPlaces}>
            看各乡镇(街道)
          </Button>
        </p>
      ) : (
        <FigureForm item={item} row={place} mayEdit={mayEdit} />
      )}
      <h3>建设计划</h3>
      <PlanForm item={item} county={county} mayEdit={mayEdit} />
    </SidePanel>
  );
}
