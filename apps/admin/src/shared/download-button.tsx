import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';

import { downloadFile } from '../api/download.js';
import { useErrorText } from './use-error-text.js';

interface DownloadButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly type?: 'default' | 'primary' | 'text' | 'link';
  readonly onDone?: () => void;
  /** The sign alone, where a phone has no room for the word, which is still read out. */
  readonly iconOnly?: string | undefined;
}

/** A file from the server: busy while it is made, and a refusal in words instead of a file that is none. */
export function DownloadButton(props: DownloadButtonProps) {
  const { href, children, type = 'default', onDone, iconOnly } = props;
  const { message } = App.useApp();
  const errorText = useErrorText();
  const download = useMutation({
    mutationFn: async () => await downloadFile(href),
    onSuccess: () => onDone?.(),
    onError: (error) => void message.error(errorText(error).sentence),
  });
  return (
    <Button
      type={type}
      icon={<DownloadOutlined aria-hidden />}
      loading={download.isPending}
      onClick={() => download.mutate()}
      {...(iconOnly === undefined ? {} : { 'aria-label': iconOnly, title: iconOnly })}
    >
      {iconOnly === undefined ? children : null}
    </Button>
  );
}
