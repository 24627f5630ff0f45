import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import BulbOutlined from '@ant-design/icons/BulbOutlined';
import CustomerServiceOutlined from '@ant-design/icons/CustomerServiceOutlined';
import ExperimentOutlined from '@ant-design/icons/ExperimentOutlined';
import WifiOutlined from '@ant-design/icons/WifiOutlined';
import HeartOutlined from '@ant-design/icons/HeartOutlined';
import BankOutlined from '@ant-design/icons/BankOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import ShopOutlined from '@ant-design/icons/ShopOutlined';
import ToolOutlined from '@ant-design/icons/ToolOutlined';
import FireOutlined from '@ant-design/icons/FireOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import SolutionOutlined from '@ant-design/icons/SolutionOutlined';
import SoundOutlined from '@ant-design/icons/SoundOutlined';
import TruckOutlined from '@ant-design/icons/TruckOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import UsergroupAddOutlined from '@ant-design/icons/UsergroupAddOutlined';
import type { ComponentType } from 'react';

const icons: Readonly<Record<string, ComponentType>> = {
  fireStations: ShopOutlined,
  microStations: BankOutlined,
  fireVehicles: TruckOutlined,
  waterSources: ExperimentOutlined,
  equipment: ToolOutlined,
  smartPoints: WifiOutlined,
  trainings: ReadOutlined,
  firefighterCare: HeartOutlined,
  posts: ApartmentOutlined,
  certificates: IdcardOutlined,
  population: UsergroupAddOutlined,
  notableFires: FireOutlined,
  approvals: CustomerServiceOutlined,
  guidance: SolutionOutlined,
  publicityEvents: SoundOutlined,
  goodPractices: BulbOutlined,
};

/** Of a ledger's page in the navigation, by its key. */
export function iconOf(ledger: string): ComponentType {
  return icons[ledger] ?? UnorderedListOutlined;
}
