package io.assay.sim.voice;

import java.util.List;

/// How people of one language write calls. A call is an opener, where to find the token, and a
/// closer; the words around the token say that it is to be bought.
///
/// @param openers of which some end in a line of their own
/// @param closers that follow the token
/// @param lead before an address: `Contract: `
/// @param here what a hidden link is called
/// @param edits that are added to a call later
/// @param chatter that is no call
/// @param updates that say how an earlier call is doing
/// @param brags of past gains
/// @param warnings of what is no good
record Tongue(
    List<String> openers,
    List<String> closers,
    String lead,
    String here,
    List<String> edits,
    List<String> chatter,
    List<String> updates,
    List<String> brags,
    List<String> warnings) {
  static final Tongue ENGLISH =
      new Tongue(
          List.of(
              "New gem, buying here. ",
              "🚀 Buy now, still under the radar.\n",
              "Fresh find today, I am buying some. ",
              "Buy zone is right here, low cap with a serious team. ",
              "Just aped a bag of this one, entry now. ",
              "Loading my bag here, easy 5x potential. ",
              "CALL\nChart is ready for a breakout, buy and hold. ",
              "Accumulate this one, whales are buying.\n",
              "📈 Signal: long entry at market. ",
              "Buy the dip on this gem:\n"),
          List.of(
              "\nBuy small, hold for the week.",
              "\nEntry: now\nTarget: 2x\nStop loss: half",
              "\nEntry now, targets 2x / 3x / 5x, SL -50%",
              "\nBuy now, take profit at 2x.",
              "\nNot financial advice, buy what you can lose.",
              "\nMy target is 3x, holding."),
          "CA: ",
          "Buy here",
          List.of("\nUpdate: second target 3x", "\n(typo fixed)", "\nStop loss moved to entry"),
          List.of(
              "Good morning everyone, quiet market today.",
              "Stay safe out there and size your positions.",
              "Bitcoin is ranging again, patience pays.",
              "Voice chat tonight at eight.",
              "Thanks for all the kind words after last week.",
              "Weekend soon, back on Monday.",
              "Fees are high at the moment, wait for a calmer hour.",
              "I will be travelling tomorrow, fewer posts.",
              "Remember to take a break from the charts.",
              "GM ☕️"),
          List.of(
              "Our last call is 2x done, well done all who held!",
              "Target 1 reached on yesterday's call, +35% profit.",
              "Up 80% since call, stop moved to entry.",
              "2x done ✅ congratulations to all members"),
          List.of(
              "All targets hit again, congratulations.",
              "Another day, another 5x for our members. We told you first!",
              "Last week: 12 calls, 10 winners. Nobody does it better."),
          List.of(
              "Beware of a scam that copies our name, we never write first.",
              "That new token everybody shills is a honeypot, stay away.",
              "Scam alert: do not send coins to anybody who writes to you."));

  static final Tongue RUSSIAN =
      new Tongue(
          List.of(
              "Покупаем сейчас. ",
              "Новый гем, покупка по рынку. ",
              "🔥 Сигнал: лонг, вход сейчас.\n",
              "Набираем позицию, цель 2x. ",
              "Зашёл сам, покупаю ещё. "),
          List.of(
              "\nВход: сейчас\nЦель: 2x\nСтоп: половина",
              "\nПокупаем и держим неделю.",
              "\nЦели 2x и 3x, стоп-лосс -50%",
              "\nПокупка небольшим объёмом."),
          "Контракт: ",
          "Купить здесь",
          List.of("\nВторая цель 3x", "\n(исправлено)"),
          List.of(
              "Доброе утро, рынок сегодня спокойный.",
              "Всем хороших выходных, до понедельника.",
              "Сегодня вечером голосовой чат в восемь.",
              "Отдыхайте от графиков, друзья."),
          List.of("Цель 1 достигнута, +35% прибыли!", "2x сделано ✅ поздравляю всех"),
          List.of("Все цели достигнуты, поздравляем участников!"),
          List.of("Осторожно, мошенники копируют наш канал.", "Этот токен скам, не связывайтесь."));

  static final Tongue SPANISH =
      new Tongue(
          List.of(
              "Nueva joya, compra ahora. ",
              "Comprando aquí, entrada ahora. ",
              "🚀 Señal: entrada en largo.\n",
              "Zona de compra, mucho potencial. "),
          List.of(
              "\nEntrada: ahora\nObjetivo: 2x\nStop loss: la mitad",
              "\nCompra pequeña y mantener una semana.",
              "\nObjetivos 2x y 3x, stop loss -50%"),
          "Contrato: ",
          "Comprar aquí",
          List.of("\nSegundo objetivo 3x", "\n(corregido)"),
          List.of(
              "Buenos días a todos, mercado tranquilo hoy.",
              "Buen fin de semana, volvemos el lunes.",
              "Esta noche charla de voz a las ocho.",
              "Descansen un poco de los gráficos."),
          List.of("Objetivo 1 alcanzado, +35% de ganancia.", "2x hecho ✅ felicidades a todos"),
          List.of("Todos los objetivos cumplidos otra vez, felicidades."),
          List.of(
              "Cuidado con las estafas que copian nuestro nombre.",
              "Ese token es una estafa, no entren."));

  static final Tongue TURKISH =
      new Tongue(
          List.of(
              "Yeni gem, şimdi alım yapıyorum. ",
              "Buradan alım, hedef 2x. ",
              "🚀 Sinyal: long giriş.\n",
              "Alım bölgesi burası, potansiyel yüksek. "),
          List.of(
              "\nGiriş: şimdi\nHedef: 2x\nStop: yarısı",
              "\nAz miktarda alın, bir hafta tutun.",
              "\nHedefler 2x ve 3x, stop loss -50%"),
          "Kontrat: ",
          "Satın al",
          List.of("\nİkinci hedef 3x", "\n(düzeltildi)"),
          List.of(
              "Herkese günaydın, piyasa bugün sakin.",
              "İyi hafta sonları, pazartesi görüşürüz.",
              "Bu akşam sekizde sesli sohbet var.",
              "Grafiklerden biraz uzak durun."),
          List.of("Hedef 1 geldi, +35% kâr.", "2x tamam ✅ tebrikler"),
          List.of("Tüm hedefler yine geldi, tebrikler."),
          List.of(
              "Adımızı kullanan dolandırıcılara dikkat.", "O token dolandırıcılık, uzak durun."));

  static final Tongue CHINESE =
      new Tongue(
          List.of("新币推荐，现在买入。", "🚀 信号：做多，现价入场。\n", "我已经买入，目标2倍。", "抄底机会，买入并持有。"),
          List.of("\n入场：现价\n目标：2倍\n止损：一半", "\n小仓位买入，持有一周。", "\n目标2倍和3倍，止损-50%"),
          "合约: ",
          "点此买入",
          List.of("\n第二目标3倍", "\n（已更正）"),
          List.of("大家早上好，今天市场很安静。", "周末愉快，周一见。", "今晚八点语音聊天。", "少看图，多休息。"),
          List.of("目标1达到，+35%利润。", "2倍完成 ✅ 恭喜大家"),
          List.of("所有目标再次达到，恭喜各位成员。"),
          List.of("小心冒充我们的骗子。", "那个币是骗局，请远离。"));

  private static final List<Tongue> OTHERS = List.of(RUSSIAN, SPANISH, TURKISH, CHINESE);

  /// The language of a channel: two of three write English.
  static Tongue of(int channel) {
    return channel % 3 == 2 ? OTHERS.get(channel / 3 % OTHERS.size()) : ENGLISH;
  }
}
