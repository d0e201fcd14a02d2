import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';

interface SheetDropProps {
  readonly text: string;
  readonly note: string;
  readonly isBusy: boolean;
  readonly height?: number;
  readonly onFile: (file: File) => void;
}

/** Where a list in XLSX or CSV is dropped or chosen; the file goes to `onFile`, nothing is kept here. */
export function SheetDrop({ text, note, isBusy, height, onFile }: SheetDropProps) {
  return (
    <Upload.Dragger
      {...(height === undefined ? {} : { height })}
      accept=".xlsx,.csv,.txt"
      showUploadList={false}
      disabled={isBusy}
      beforeUpload={(file) => {
        onFile(file);
        return Upload.LIST_IGNORE;
      }}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined aria-hidden />
      </p>
      <p className="ant-upload-text">{text}</p>
      <p className="ant-upload-hint">{note}</p>
    </Upload.Dragger>
  );
}
