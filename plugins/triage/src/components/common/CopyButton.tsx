import { useState } from 'react';
import Button from '@material-ui/core/Button';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

export interface CopyButtonProps {
  /** What the button says, e.g. "Copy command". */
  label: string;
  /** For screen readers, when several buttons of a page say the same. */
  describes?: string;
  text: string | (() => string);
}

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ label, describes, text }: CopyButtonProps) {
  const [{ error }, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  const said = error ? 'Could not copy' : 'Copied';
  return (
    <Button
      size="small"
      variant="outlined"
      aria-label={describes && !copied ? `${label}: ${describes}` : undefined}
      onClick={() => {
        copy(typeof text === 'function' ? text() : text);
        setCopied(true);
      }}
      onBlur={() => setCopied(false)}
      onMouseLeave={() => setCopied(false)}
    >
      <span aria-live="polite">{copied ? said : label}</span>
    </Button>
  );
}
