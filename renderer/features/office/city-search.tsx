import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { CityChoice } from '#shared/contract/office.ts';
import { api } from '#renderer/app/client.ts';
import { ChoiceList, useChoiceKeys } from '#renderer/ui/choice-list.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { ImportAllButton } from './import-all-button.tsx';
import { SampleButton } from './sample-button.tsx';
import styles from './city-search.module.css';

interface CitySearchProps {
  onChoose: (city: CityChoice) => void;
  onByHand: () => void;
}

/** Two or three letters and Enter choose a city of the bundled divisions. */
export function CitySearch({ onChoose, onByHand }: CitySearchProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const {
    data = [],
    isPlaceholderData,
    isLoading,
    isFetching,
  } = useQuery(
    api.office.searchCities.queryOptions({
      input: { text: wanted },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const isOld = isPlaceholderData || isLoading || wanted !== text.trim();
  const cities = text.trim() === '' ? [] : data.map((city) => ({ ...city, key: city.code }));
  const choice = useChoiceKeys(cities, onChoose, text, isOld);

  return (
    <>
      <FirstField
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        placeholder="城市名称或拼音首字母，如 xx"
        aria-label="所在城市"
        maxLength={30}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={choice.onKeyDown}
        {...choice.inputProps}
      />
      <div className={styles.results}>
        <ChoiceList
          {...choice.listProps}
          label="城市"
          empty={emptyText(text.trim(), isFetching || isOld)}
          render={(city) => (
            <>
              <span className={styles.name}>{city.name}</span>
              <span className={styles.province}>{city.province}</span>
              <span className={styles.size}>
                {city.counties} 个区县，{city.townships} 个乡镇街道
              </span>
            </>
          )}
        />
      </div>
      <div className={styles.other}>
        <Button type="link" onClick={onByHand}>
          不在列表中，自己录入
        </Button>
        <ImportAllButton />
        <SampleButton />
      </div>
    </>
  );
}

function emptyText(text: string, busy: boolean): string {
  if (text === '') return '例如输入“xx”找到新乡市，按上下键选择，回车确定。';
  return busy ? '正在查找…' : '没有找到。换个写法，或者点下面“自己录入”。';
}
