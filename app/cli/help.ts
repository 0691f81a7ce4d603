const ENGLISH = `tsunagari: the network site for people who support people

  tsunagari serve                     serve the site (settings: README.md)
  tsunagari demo                      build, fill ./data/demo with the demo network and serve it
  tsunagari migrate                   bring the database to the newest schema
  tsunagari invite --organization NAME --family-name NAME [--role ROLE]
                                      print an invitation link
                                      ROLE: counselor, officer, facilitator or secretariat
  tsunagari lint [--risk] FILE…       print what identifies somebody, with its place: file:line:column in txt, md
                                      and csv, the page of a pdf, sheet and cell of an xlsx, paragraph of a docx,
                                      slide of a pptx; exit code 1 when there is an error finding, 0 when none
                                      --risk: warn also where few people share all that is told
  tsunagari lint --jsonl [--risk] [--profile P] < IN > OUT
                                      lines {"id","text","profile"?} in, lines {"id","findings"} out
                                      P: question, answer, chat, case, note, report or profile
    --author NAME                     who writes: no finding in a greeting or a signature
    --members FILE                    members, one per line: NAME or ORGANIZATION+NAME; no finding where they are
                                      addressed, mentioned with @ or named after their organization
  tsunagari notes export DIR          write all notes to a folder, as Markdown with front matter
  tsunagari notes import DIR [--keeper MAIL]
                                      take the Markdown files of a folder as notes, each through the check; a note
                                      that is there already gets another edition; exit code 1 when one is refused
                                      --keeper: who keeps notes whose keeper is not known here (first of the desk)
  tsunagari import-line FILE [--dry-run]
                                      take the text that LINE exports onto the desk's bench (/desk/import/line), cut
                                      into conversations and checked; nothing of it is published
                                      --dry-run: only say what would be taken
  tsunagari search reindex            build the search index anew; the site goes on meanwhile
  tsunagari search eval --engine sqlite|postgres|meilisearch --docs D.jsonl --queries Q.jsonl --out RANKS.jsonl
                                      rank documents for queries, to be scored

Exit code 2: bad usage, bad input or a wrong setting.
`;

const JAPANESE = `tsunagari：支援する人をささえるネットワークのサイト

  tsunagari serve                     サイトを動かします（設定は README.ja.md）
  tsunagari demo                      ./data/demo にデモのネットワークを作って動かします
  tsunagari migrate                   データベースを最新の形にします
  tsunagari invite --organization 機関名 --family-name 名字 [--role ROLE]
                                      招待のリンクを表示します
                                      ROLE：counselor（相談員）、officer（自治体担当者）、
                                      facilitator（ファシリテーター）、secretariat（事務局）
  tsunagari lint [--risk] FILE…       個人が分かりそうなところを、場所とともに表示します（txt・md・csv は file:行:桁、
                                      pdf はページ、xlsx はシートとセル、docx は段落、pptx はスライド）
                                      載せられないものがあれば終了コード 1、なければ 0
                                      --risk：書かれたことに当てはまる人が少ないときも知らせます
  tsunagari lint --jsonl [--risk] [--profile P] < IN > OUT
                                      {"id","text","profile"?} の行を読み、{"id","findings"} の行を書きます
                                      P：question, answer, chat, case, note, report, profile
    --author 名字                     書いた人。あいさつや署名の名前は指摘しません
    --members FILE                    会員を一行に一人（名字、または 機関名＋名字）。呼びかけ、＠、機関名に続く名前は
                                      指摘しません
  tsunagari notes export フォルダー   ノートをすべて、Markdown でフォルダーに書き出します
  tsunagari notes import フォルダー [--keeper MAIL]
                                      フォルダーの Markdown を、一つずつ確かめてノートに入れます。同じアドレスの
                                      ノートがあれば、新しい版になります。入れられないものがあれば終了コード 1
                                      --keeper：受け持つ会員が分からないノートを、だれが受け持つか（なければ事務局）
  tsunagari import-line FILE [--dry-run]
                                      LINEの「トーク履歴を送信」のファイルを、やりとりごとに分けて確かめ、事務局の
                                      作業台（/desk/import/line）に置きます。まだ何ものせません
                                      --dry-run：何が取り込まれるかを表示するだけ
  tsunagari search reindex            検索の索引を作りなおします（サイトは動いたままで）
  tsunagari search eval --engine sqlite|postgres|meilisearch --docs D.jsonl --queries Q.jsonl --out RANKS.jsonl
                                      質問ごとに文書を並べます（採点用）

終了コード 2：使い方・入力・設定のまちがい
`;

/** The help, in Japanese where the terminal's language is Japanese, else in English and Japanese. */
export function helpText({ LC_ALL, LC_MESSAGES, LANG }: Record<string, string | undefined>): string {
  const language = LC_ALL || LC_MESSAGES || LANG || '';
  return language.startsWith('ja') ? JAPANESE : `${ENGLISH}\n${JAPANESE}`;
}
