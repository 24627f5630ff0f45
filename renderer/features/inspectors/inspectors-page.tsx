import { Segmented } from 'antd';
import { useState } from 'react';
import { PeopleView } from './people-view.tsx';
import { VehiclesView } from './vehicles-view.tsx';

type Part = 'people' | 'vehicles';

/** 督查人员: the pool of people, and the vehicles they drive. */
export function InspectorsPage() {
  const [part, setPart] = useState<Part>('people');
  const parts = (
    <Segmented<Part>
      aria-label="人员或车辆"
      value={part}
      onChange={setPart}
      options={[
        { value: 'people', label: '人员' },
        { value: 'vehicles', label: '车辆' },
      ]}
    />
  );
  return part === 'people' ? <PeopleView parts={parts} /> : <VehiclesView parts={parts} />;
}
