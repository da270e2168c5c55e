// Gradio says some things of its own in notices, in English: whoever reads Vietnamese gets these.
"use strict";

(() => {
  const WORDS = {
    "Error": "Lỗi",
    "Warning": "Lưu ý",
    "Info": "Thông báo",
    "Connection Lost": "Mất kết nối",
    "Connection to the server was lost. Attempting reconnection...":
      "Mất kết nối với máy chủ chidao. Đang thử kết nối lại…",
    "Connection errored out.": "Không kết nối được với máy chủ chidao. Hãy thử lại.",
    "This application is currently busy. Please try again.": "Máy chủ đang bận. Hãy thử lại.",
    "Upload failed.": "Không tải được tệp lên. Hãy thử lại.",
    "Upload failed": "Không tải được tệp lên. Hãy thử lại.",
    "Failed to fetch": "Không kết nối được với máy chủ chidao. Hãy thử lại.",
  };
  const FORMS = [
    [/^File\(s\) exceed the maximum allowed size of (.+?): (.+)$/,
      "Tệp lớn hơn mức cho phép ($1): $2"],
    [/^Invalid file types?: (.+)\. Only (.+) allowed\.$/,
      "Không nhận loại tệp này: $1. Chỉ nhận: $2."],
    [/^Upload failed: (.+)$/, "Không tải được tệp lên: $1"],
  ];

  const said = (english) => {
    const words = english.trim();
    if (words in WORDS) return WORDS[words];
    const form = FORMS.find(([pattern]) => pattern.test(words));
    return form ? words.replace(form[0], form[1]) : null;
  };

  const retell = (toast) => {
    const shown = document.createTreeWalker(toast, NodeFilter.SHOW_TEXT);
    while (shown.nextNode()) {
      const vietnamese = said(shown.currentNode.nodeValue);
      if (vietnamese) shown.currentNode.nodeValue = vietnamese;
    }
    toast.querySelector("[data-testid=toast-close]")?.setAttribute("aria-label", "Đóng");
  };

  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (!(node instanceof Element)) continue;
      const toasts = [...node.querySelectorAll(".toast-body")];
      const around = node.closest(".toast-body");
      if (around) toasts.push(around);
      if (toasts.length && chidao.spoken() === "vi") toasts.forEach(retell);
    }
  }).observe(document, { childList: true, subtree: true });
})();
