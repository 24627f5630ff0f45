import WifiOutlined from '@ant-design/icons/WifiOutlined';
import HeartOutlined from '@ant-design/icons/HeartOutlined';
import BankOutlined from '@ant-design/icons/BankOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import ShopOutlined from '@ant-design/icons/ShopOutlined';
import ToolOutlined from '@ant-design/icons/ToolOutlined';
import ExperimentOutlined from '@ant-design/icons/ExperimentOutlined';
import TruckOutlined from '@ant-design/icons/TruckOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import type { ComponentType } from 'react';

const icons: Readonly<Record<string, ComponentType>> = {
  fireStations: ShopOutlined,
  microStations: BankOutlined,
  fireVehicles: TruckOutlined,
  equipment: ToolOutlined,
  smartPoints: WifiOutlined,
  trainings: ReadOutlined,
  firefighterCare: HeartOutlined,
  waterSources: ExperimentOutlined,
};

/** Of a ledger's page in the navigation, by its key. */
export function iconOf(ledger: string): ComponentType {
  return icons[ledger] ?? UnorderedListOutlined;
}
