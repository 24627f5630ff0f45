import { useState } from 'react';
import type { CityChoice } from '#shared/contract/office.ts';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import { CitySearch } from './city-search.tsx';
import { SetUpForm } from './set-up-form.tsx';

/** city null: not in the list, entered by hand. */
type Chosen = { city: CityChoice | null };

/** The first start: choose the city, give a name, begin. */
export function FirstStartPage() {
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
      {chosen === null ? (
        <CitySearch onChoose={(city) => setChosen({ city })} onByHand={() => setChosen({ city: null })} />
      ) : (
        <SetUpForm city={chosen.city} onBack={() => setChosen(null)} />
      )}
    </DoorFrame>
  );
}
