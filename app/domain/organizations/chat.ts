/** The organization of those whose words came from the LINE chat and of whom nobody knows more; lists leave it out. */
export const CHAT_ORGANIZATION = {
  id: 'line-chat',
  name: 'LINEオープンチャット',
  office: null,
  label: 'オープンチャット',
  kind: 'チャット',
  area: null,
  programmes: '[]',
};
