/** What a file was sent with. */
export interface SentFile {
  url: URL;
  headers: Record<string, string>;
  body: File;
  /** Tells the page how much has gone. */
  progress: (loaded: number, total: number) => void;
  answer: (status: number, body?: object) => void;
  /** The network went away. */
  break: () => void;
}

/** In place of XMLHttpRequest, for uploads only: each waits until the test answers it. */
export function fakeUploads(): { sent: SentFile[]; restore: () => void } {
  const sent: SentFile[] = [];
  const real = window.XMLHttpRequest;
  class FakeRequest {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    onerror?: () => void;
    status = 0;
    responseText = "";
    #url = "";
    #headers: Record<string, string> = {};

    open(_method: string, url: string): void {
      this.#url = url;
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }
    send(body: File): void {
      sent.push({
        url: new URL(this.#url, "http://page.invalid"),
        headers: this.#headers,
        body,
        progress: (loaded, total) => this.upload.onprogress?.({ loaded, total }),
        answer: (status, answer = {}) => {
          this.status = status;
          this.responseText = JSON.stringify(answer);
          this.onload?.();
        },
        break: () => this.onerror?.(),
      });
    }
  }
  window.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  return { sent, restore: () => void (window.XMLHttpRequest = real) };
}
