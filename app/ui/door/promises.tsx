const PROMISES = [
  '分からないことは聞き、困っていることは分け合います。',
  '答えるのは仲間どうしです。事務局が正解を出す場ではありません。',
  'ケースは、だれのことか分からないように書きます。',
  '分かったことは、ノートに残します。',
  '機関名と名字で名のり、入ったら自己紹介をします。',
];

/** 五つの約束: the network's own rules, as an invitation and the rules page show them. */
export function Promises() {
  return (
    <ol className="rules">
      {PROMISES.map((promise) => (
        <li key={promise}>{promise}</li>
      ))}
    </ol>
  );
}
