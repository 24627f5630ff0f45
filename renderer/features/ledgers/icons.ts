import ExperimentOutlined from '@ant-design/icons/ExperimentOutlined';
import TruckOutlined from '@ant-design/icons/TruckOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import type { ComponentType } from 'react';

const icons: Readonly<Record<string, ComponentType>> = {
  fireVehicles: TruckOutlined,
  waterSources: ExperimentOutlined,
};

/** Of a ledger's page in the navigation, by its key. */
export function iconOf(ledger: string): ComponentType {
  return icons[ledger] ?? UnorderedListOutlined;
}
