import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLocation } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { StepCard } from '#renderer/ui/step-card.tsx';

const tables = ['assessment_period', 'assessment_object', 'score', 'scheme'];

/** The next step of the office's main job: a scheme, then a period, then its scores, then the workbook. */
export function AssessmentCard() {
  const [, navigate] = useLocation();
  const schemes = useQuery(api.schemes.list.queryOptions({ meta: { tables } }));
  const periods = useQuery(api.assessment.periods.queryOptions({ meta: { tables } }));
  if (schemes.data === undefined || periods.data === undefined) return null;

  if (!schemes.data.some(({ status }) => status === 'inForce')) {
    const hasDraft = schemes.data.length > 0;
    return (
      <StepCard
        title={hasDraft ? '让考核方案施行' : '准备考核方案'}
        text={
          hasDraft
            ? '方案还是草稿。核对指标和评分规则，定好施行日期，就可以开启考核期。'
            : '把现有的评分细则从 Excel 导入，或者新建一个方案，再逐项补上评分规则。'
        }
        action={
          <Button type="primary" onClick={() => navigate('/schemes')}>
            去考核方案
          </Button>
        }
      />
    );
  }
  const open = periods.data.find(({ status }) => status === 'open');
  if (open === undefined) {
    return (
      <StepCard
        title="开启下一个考核期"
        text="名称、日期、考核组和单位都已备好，核对后回车即可开始评分。"
        action={
          <Button type="primary" onClick={() => navigate('/assessment')}>
            去考核
          </Button>
        }
      />
    );
  }
  return (
    <StepCard
      title={open.title}
      text={`已评 ${open.scoredCount}/${open.cellCount} 项，${open.scoredCount < open.cellCount ? '继续评分。' : '可以定稿、导出上报表。'}`}
      action={
        <Button type="primary" onClick={() => navigate(`/assessment/${open.uid}`)}>
          {open.scoredCount < open.cellCount ? '继续评分' : '去定稿'}
        </Button>
      }
    />
  );
}
