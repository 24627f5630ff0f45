import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import { announcedWord, campaignStatusNames } from '#shared/rules/campaigns/words.ts';
import { useRight } from '#renderer/app/session.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { CampaignActions } from './campaign-actions.tsx';
import styles from './campaigns.module.css';
import { campaignParts } from './parts.ts';
import { HiddenPage } from './secrecy/hidden-page.tsx';
import { SecretMark } from './secrecy/secret-mark.tsx';
import { useCampaign } from './use-campaigns.ts';
import { daysText, statusLights } from './words.ts';

/** One campaign in its parts. */
export function CampaignPage() {
  const { uid = '' } = useParams();
  return (
    <QueryView query={useCampaign(uid)}>
      {(campaign) => <OpenCampaign key={campaign.uid} campaign={campaign} />}
    </QueryView>
  );
}

function OpenCampaign({ campaign }: { campaign: CampaignDetail }) {
  const { part: wanted } = useParams();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const { secrecy } = campaign;
  if (secrecy !== null && secrecy.access !== 'known')
    return (
      <PageFrame title={campaign.title} note={<CampaignNote campaign={campaign} />}>
        <HiddenPage campaign={campaign} secrecy={secrecy} />
      </PageFrame>
    );
  const parts = campaignParts.filter(({ isOfSecret = false }) => !isOfSecret || secrecy !== null);
  const part = parts.find(({ key }) => key === wanted) ?? campaignParts[0];
  const { component: Part } = part;
  return (
    <PageFrame
      title={campaign.title}
      note={
        <CampaignNote campaign={campaign}>
          <span>
            对象 {campaign.targets} 个，已督查 {campaign.visited} 个
          </span>
        </CampaignNote>
      }
      actions={mayEdit && <CampaignActions campaign={campaign} />}
      toolbar={
        <Tabs
          size="small"
          className={styles.tabs ?? ''}
          activeKey={part.key}
          onChange={(key) => navigate(`/campaigns/${campaign.uid}/${key}`, { replace: true })}
          items={parts.map(({ key, label }) => ({ key, label }))}
        />
      }
    >
      <Part campaign={campaign} mayEdit={mayEdit && campaign.status !== 'closed'} />
    </PageFrame>
  );
}

function CampaignNote({ campaign, children }: { campaign: CampaignDetail; children?: ReactNode }) {
  return (
    <span className={styles.note}>
      <LightTag light={statusLights[campaign.status]} word={campaignStatusNames[campaign.status]} />
      {campaign.firstDay !== '' && <span>{daysText(campaign)}</span>}
      {campaign.secrecy === null ? (
        <span>{announcedWord(campaign.announced)}</span>
      ) : (
        <SecretMark secrecy={campaign.secrecy} />
      )}
      {children}
    </span>
  );
}
