-- Whether a workbook was ever exported is asked whenever 首页 is opened: not by looking through the whole log.
CREATE INDEX operation_workbooks ON operation (outcome) WHERE name = 'assessment.exportWorkbook';
