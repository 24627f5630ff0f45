import { Alert } from 'antd';
import { useState } from 'react';
import type { CityChoice } from '#shared/contract/office.ts';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import { CitySearch } from './city-search.tsx';
import styles from './first-start-page.module.css';
import { SetUpForm } from './set-up-form.tsx';

/** city null: not in the list, entered by hand. */
type Chosen = { city: CityChoice | null };

/** The first start: choose the city, give a name, begin. */
export function FirstStartPage({ setAside }: { setAside: string | null }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  return (
    <DoorFrame
      title="建立办公室"
      lead={
        chosen === null
          ? '先选择所在的城市，程序会备好它的区县和乡镇街道，以后都可以改。'
          : '核对下面几项就可以开始，以后都能在“设置”里修改。'
      }
    >
      {setAside !== null && (
        <Alert
          type="warning"
          showIcon
          className={styles.notice ?? ''}
          title="上次的示例数据没有载入完，程序已从空白开始，可以重新载入。"
          description={`没有载入完的部分移到了“${setAside}”，不需要时可以删除。`}
        />
      )}
      {chosen === null ? (
        <CitySearch onChoose={(city) => setChosen({ city })} onByHand={() => setChosen({ city: null })} />
      ) : (
        <SetUpForm city={chosen.city} onBack={() => setChosen(null)} />
      )}
    </DoorFrame>
  );
}
