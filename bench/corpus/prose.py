"""The words of the synthetic corpus: things that states ask of each other, sentences about them, leads, titles, furniture."""

# What is asked for. name | noun phrases, ; apart | verbs of doing | of being at it | of having done it. {x} {y}: what tells one from the other, {c}: who is bound, {d}: the other.
THINGS = """
flight|đường bay thẳng {x} - {y};tuyến bay thẳng nối {x} với {y}|mở;khai thác|hoàn tất thủ tục cấp phép;xem xét hồ sơ mở|cấp phép;khai trương
market|việc nhập khẩu {x} của {d};thị trường cho {x} của {d}|mở cửa;cho phép|đánh giá nguy cơ dịch hại đối với;hoàn thiện thủ tục cho|cho phép;mở cửa
rail|tuyến đường sắt {x} - {y};dự án đường sắt nối {x} với {y}|xây dựng;đẩy nhanh|khảo sát;lập báo cáo khả thi của|hoàn thành;khởi công
road|tuyến đường bộ {x} - {y};dự án quốc lộ nối {x} với {y}|nâng cấp;hoàn thành|thi công;giải phóng mặt bằng cho|hoàn thành;thông xe
treaty|Hiệp định {x};Hiệp định hợp tác về {x}|sớm ký;hoàn tất đàm phán|rà soát lần cuối dự thảo;thẩm định dự thảo|phê chuẩn;hoàn tất thủ tục nội bộ của
plant|nhà máy {x} tại {y};dự án nhà máy {x} ở {y}|xây dựng;cấp phép cho|thẩm định;lắp đặt thiết bị của|đưa vào vận hành;khánh thành
hospital|bệnh viện {x} tại {y};dự án bệnh viện {x} ở {y}|xây dựng;trang bị máy móc cho|hoàn thiện thiết kế của;thi công|khánh thành;bàn giao
school|trung tâm đào tạo {x} tại {y};cơ sở dạy nghề {x} ở {y}|thành lập;hỗ trợ xây dựng|chuẩn bị giáo trình cho;tuyển giảng viên cho|khai trương;bàn giao
grants|{n} suất học bổng ngành {x};{n} học bổng đào tạo ngành {x}|dành;tăng|xét duyệt;phân bổ|trao;cấp đủ
labour|việc tiếp nhận lao động ngành {x};chương trình tiếp nhận lao động {x}|mở rộng;nối lại|hoàn thiện quy trình cho;thí điểm|mở rộng;nối lại
visa|việc miễn thị thực cho {x};chính sách miễn thị thực đối với {x}|thúc đẩy;áp dụng|nghiên cứu;lấy ý kiến các bộ về|áp dụng;triển khai
power|việc mua điện từ {x};hợp đồng mua bán điện với {x}|thúc đẩy;ký|đàm phán giá của;thẩm tra|triển khai;ký
consulate|tổng lãnh sự quán tại {x};cơ quan lãnh sự của {d} tại {x}|cho phép mở;tạo thuận lợi cho việc mở|chuẩn bị trụ sở cho;xem xét|khai trương;đồng ý cho mở
gate|cặp cửa khẩu {x} - {y};cửa khẩu quốc tế {x}|nâng cấp;mở|xây dựng hạ tầng của;hoàn thiện hồ sơ nâng cấp|nâng cấp;mở chính thức
loan|khoản vay ưu đãi cho {x};gói tín dụng dành cho {x}|cấp;giải ngân|thẩm định;làm thủ tục giải ngân|giải ngân;ký hiệp định về
centre|trung tâm văn hóa tại {x};nhà văn hóa của {d} ở {x}|thành lập;cho phép mở|sửa chữa trụ sở của;tìm địa điểm cho|khai trương;khánh thành
vaccine|{n} triệu liều vaccine {x};lô vaccine {x} gồm {n} triệu liều|cung cấp;viện trợ|đóng gói;sản xuất|bàn giao;chuyển giao
drill|cuộc diễn tập {x} chung;diễn tập chung về {x}|tổ chức;duy trì|lên kế hoạch;chuẩn bị lực lượng cho|tổ chức;hoàn thành
hotline|đường dây nóng về {x};kênh liên lạc trực tiếp về {x}|thiết lập;sớm vận hành|thử kỹ thuật cho;xây dựng quy chế của|thiết lập;vận hành
satellite|trạm thu tín hiệu {x} tại {y};trạm mặt đất {x} ở {y}|lắp đặt;hỗ trợ xây dựng|vận chuyển thiết bị cho;chọn vị trí của|lắp đặt;bàn giao
"""

FILL = {
    "market": "xoài,bưởi,thanh long,sầu riêng,vải thiều,chanh leo,chuối,nhãn,dừa,gạo,cà phê,hồ tiêu,hạt điều,tôm,cá tra,mật ong,thịt bò,sữa,tổ yến,dưa hấu,na,mít,ớt,khoai lang,chè".split(","),
    "treaty": "tránh đánh thuế hai lần,tương trợ tư pháp,dẫn độ,vận tải đường bộ,vận tải biển,bảo hộ đầu tư,thương mại tự do,hợp tác hải quan,hợp tác lao động,kiểm dịch động thực vật,hợp tác du lịch,công nhận văn bằng,chuyển giao người bị kết án,hợp tác thanh toán,hợp tác khí tượng".split(","),
    "plant": "nhiệt điện,điện gió,xử lý rác,lọc dầu,phân bón,dệt may,lắp ráp ô tô,chế biến gỗ,chế biến sữa,pin mặt trời,xi măng,thép,chế biến cao su,đóng tàu,dược phẩm".split(","),
    "hospital": "đa khoa,nhi,hữu nghị,y học cổ truyền,ung bướu,tim mạch,phục hồi chức năng,mắt,chấn thương,sản".split(","),
    "school": "nghề hàn,công nghệ thông tin,điều dưỡng,lái tàu,quản lý hành chính,nông nghiệp công nghệ cao,ngoại ngữ,cán bộ hải quan,kỹ sư đường sắt,cứu hộ".split(","),
    "grants": "y khoa,luật,dầu khí,nông nghiệp,công nghệ sinh học,hàng không,âm nhạc,kiến trúc,sư phạm,toán học,hàng hải,trí tuệ nhân tạo".split(","),
    "labour": "xây dựng,điều dưỡng,nông nghiệp,đóng tàu,chế biến thực phẩm,khách sạn,cơ khí,dệt may,vận tải,đánh bắt cá".split(","),
    "visa": "hộ chiếu phổ thông,hộ chiếu công vụ,khách du lịch theo đoàn,doanh nhân,sinh viên,thuyền viên,nhà khoa học,vận động viên".split(","),
    "power": "thủy điện Nậm Mô,điện gió Savan,thủy điện Xê Ca Mán,điện mặt trời Sa Mạc,nhiệt điện Hồng Hà,lưới điện miền Nam,lưới điện miền Bắc,thủy điện Sông Trắng".split(","),
    "loan": "tuyến metro số 3,hệ thống thủy lợi Sông Đào,trường đại học kỹ thuật,dự án cấp nước nông thôn,cảng nước sâu,sân bay mới,hệ thống cảnh báo lũ,mạng lưới trạm y tế,bệnh viện tuyến tỉnh,đường vành đai 5".split(","),
    "vaccine": "cúm mùa,COVID-19,sởi,bại liệt,viêm gan B,dại,sốt vàng".split(","),
    "drill": "cứu nạn trên biển,chống khủng bố,rà phá bom mìn,cứu trợ thảm họa,quân y,chống cướp biển,phòng chống cháy rừng".split(","),
    "hotline": "nghề cá,phòng chống ma túy,tội phạm mạng,quản lý biên giới,cứu hộ hàng hải,dịch bệnh gia súc,nguồn nước sông".split(","),
    "satellite": "viễn thám,khí tượng,định vị,quan trắc biển,cảnh báo sóng thần".split(","),
}
# Towns that do not exist, so that there are enough matters for a million pages: a hospital in one is another than the hospital in the next.
TOWNS = [f"{a} {b}" for a in "Nậm,Mường,Phú,Tân,Vĩnh,Krông,Xuân,Thạch,Cẩm,Long,Quế,Hương,Yên,Đại,Thượng,Chiềng,Pa,Sa".split(",")
         for b in "Khê,Lũng,Trạch,Ngạn,Lẫm,Thượng,Vàng,Đạt,Nghĩa,Mây,Luông,Sầm,Tấu,Cạn,Hốc,Loan,Sỏi,Ngà,Trầm,Khoang,Lựu,Đinh,Nhài,Quỳ,Mận,Trúc,Bưởng,Cọ,Rạng,Thiện".split(",") if a != b]
GATES = "Nậm Cắn,Cha Lo,Lao Bảo,Bờ Y,Mộc Bài,Tân Thanh,Thanh Thủy,Lào Cai,Móng Cái,Hà Tiên,Sông Tiền,Cầu Treo,La Lay,Nam Giang,Xa Mát".split(",")

# {P} asks {C} (a state), {Q} of {C} answers, {B}: both. {v} a verb, {t} the thing. The part in ⟦⟧ is what is said, as far as anybody may point to it.
ASK = ["{P} đề nghị ⟦{C} {v} {t}⟧.", "{P} đề nghị phía ⟦{C} {v} {t}⟧.", "{P} mong muốn ⟦{C} sớm {v} {t}⟧.", "Về các dự án cụ thể, {P} đề nghị ⟦{C} {v} {t}⟧.", "{P} đề nghị ⟦{C} quan tâm {v} {t}⟧ trong thời gian tới."]
AGREE = ["{B} nhất trí ⟦{v} {t}⟧.", "{B} thống nhất ⟦{v} {t}⟧ trong thời gian tới.", "{B} nhất trí giao cơ quan chức năng hai nước ⟦{v} {t}⟧.", "{Q} khẳng định ⟦{C} sẽ {v} {t}⟧.", "{Q} cam kết ⟦{C} sẽ {v} {t}⟧.", "Tại cuộc trao đổi, {b} nhất trí ⟦phối hợp {v} {t}⟧."]
REPEAT = ["{P} đề nghị ⟦{C} đẩy nhanh việc {v} {t}⟧.", "{B} nhất trí ⟦tiếp tục {v} {t}⟧.", "{P} một lần nữa đề nghị ⟦{C} {v} {t}⟧.", "{B} nhất trí ⟦đẩy nhanh việc {v} {t}⟧ như đã thỏa thuận."]
PROGRESS = ["{Q} cho biết ⟦{C} đang {v} {t}⟧.", "{Q} thông báo ⟦các cơ quan của {C} đang {v} {t}⟧.", "{Q} khẳng định ⟦{C} đang {v} {t}⟧."]
DONE = ["{Q} thông báo ⟦{C} đã {v} {t}⟧.", "{Q} cho biết ⟦{C} đã {v} {t}⟧.", "{P} cảm ơn ⟦{C} đã {v} {t}⟧.", "{P} hoan nghênh việc ⟦{C} đã {v} {t}⟧."]

# Wordings that nobody looked at while the ledger's words were written down: `make --further 1` draws from these instead of the lists above.
FURTHER_ASK = ["{P} bày tỏ mong muốn ⟦phía {C} tạo điều kiện để {v} {t}⟧.", "{P} kêu gọi ⟦{C} ưu tiên {v} {t}⟧.", "{P} kiến nghị ⟦{C} xem xét {v} {t}⟧ ngay trong nhiệm kỳ này.", "{P} đề nghị ⟦các cơ quan của {C} tháo gỡ vướng mắc để {v} {t}⟧."]
FURTHER_AGREE = ["{Q} đồng ý ⟦{v} {t}⟧ theo đề nghị của phía bạn.", "{B} nhất trí sẽ ⟦cùng nhau {v} {t}⟧.", "{Q} nhấn mạnh ⟦{C} sẽ {v} {t}⟧ vì lợi ích của nhân dân hai nước.", "{B} khẳng định quyết tâm ⟦{v} {t}⟧."]
FURTHER_REPEAT = ["{P} nhắc lại đề nghị ⟦{C} {v} {t}⟧.", "{P} mong ⟦{C} sớm có câu trả lời về việc {v} {t}⟧.", "{B} nhất trí ⟦thúc đẩy tiến độ {v} {t}⟧.", "{P} tiếp tục đề nghị ⟦{C} dành ưu tiên cho việc {v} {t}⟧."]
FURTHER_PROGRESS = ["{Q} cho hay ⟦{C} đang {v} {t}⟧.", "{Q} thông tin ⟦bộ ngành {C} đang khẩn trương {v} {t}⟧.", "{B} ghi nhận ⟦hai bên đang tích cực {v} {t}⟧.", "{Q} báo cáo ⟦phía {C} đang {v} {t}⟧ theo kế hoạch."]
FURTHER_DONE = ["{Q} vui mừng thông báo ⟦{C} vừa {v} {t}⟧.", "{P} đánh giá cao việc ⟦{C} đã {v} {t}⟧.", "{B} hài lòng về việc ⟦{C} đã {v} {t}⟧ trong năm qua.", "{Q} khẳng định ⟦{C} đã {v} {t}⟧ đúng cam kết."]
FURTHER_THINGS = """
ferry|tuyến phà {x} - {y};dịch vụ phà biển nối {x} với {y}|mở;khai thác|khảo sát luồng lạch cho;lựa chọn nhà khai thác|khai trương;đưa vào hoạt động
cable|tuyến cáp quang {x} - {y};dự án cáp biển nối {x} với {y}|triển khai;đầu tư|đấu thầu;thi công|hoàn thành;đưa vào sử dụng
museum|bảo tàng {x} tại {y};nhà trưng bày {x} ở {y}|xây dựng;trùng tu|thiết kế;sưu tầm hiện vật cho|khánh thành;mở cửa
crop|chương trình lai tạo giống {x};dự án chọn giống {x}|hỗ trợ;mở rộng|thử nghiệm;đánh giá|nghiệm thu;bàn giao kết quả
dam|đập thủy lợi {x} tại {y};công trình hồ chứa {x} ở {y}|xây dựng;nâng cấp|thẩm tra;giải phóng mặt bằng cho|hoàn thành;tích nước
bank|chi nhánh ngân hàng tại {x};văn phòng giao dịch ngân hàng ở {x}|cấp phép;cho phép mở|thẩm định hồ sơ của;chuẩn bị mặt bằng cho|khai trương;cấp phép
exam|kỳ thi {x} cho sinh viên;việc tổ chức kỳ thi {x}|tổ chức;công nhận|soạn đề cho;tập huấn giám khảo cho|tổ chức;công nhận kết quả
park|khu công nghiệp {x} tại {y};dự án khu công nghiệp {x} ở {y}|thành lập;mở rộng|san lấp mặt bằng cho;kêu gọi đầu tư vào|khởi công;khánh thành
"""
FURTHER_FILL = {
    "museum": "dân tộc học,hải dương,đường sắt,lịch sử ngoại giao,gốm cổ,địa chất,y học".split(","),
    "crop": "lúa chịu mặn,ngô lai,đậu tương,cao su,sắn,mía,chè,cà phê,tôm giống".split(","),
    "dam": "Nậm Pha,Sê Băng,Bản Mồng,Tà Pao,Krông Nô,Sông Vàng,Đá Trắng".split(","),
    "exam": "năng lực tiếng Việt,kỹ năng điều dưỡng,tay nghề hàn,sát hạch kỹ sư,chứng chỉ kế toán,lái tàu biển".split(","),
    "park": "dệt may,công nghệ cao,chế biến gỗ,hóa dược,bán dẫn,thực phẩm sạch,cơ khí chính xác".split(","),
}

# And once more others, `--further 2`.
FURTHER2_ASK = ["{P} trông đợi ⟦{C} sớm {v} {t}⟧.", "{P} đề xuất ⟦{C} phối hợp {v} {t}⟧.", "{P} nêu đề nghị ⟦{C} bố trí nguồn lực để {v} {t}⟧.", "{P} yêu cầu ⟦{C} làm rõ lộ trình {v} {t}⟧."]
FURTHER2_AGREE = ["{B} đạt đồng thuận về việc ⟦{v} {t}⟧.", "{Q} tán thành ⟦{v} {t}⟧ trong khuôn khổ hợp tác sẵn có.", "{Q} hứa ⟦{C} sẽ {v} {t}⟧.", "{B} nhất trí chỉ đạo các bộ liên quan ⟦{v} {t}⟧."]
FURTHER2_REPEAT = ["{P} lưu ý ⟦{C} thực hiện cam kết {v} {t}⟧.", "{P} mong muốn ⟦{C} không để chậm trễ việc {v} {t}⟧.", "{B} nhất trí ⟦đôn đốc việc {v} {t}⟧.", "{P} đề nghị ⟦{C} chốt thời điểm {v} {t}⟧."]
FURTHER2_PROGRESS = ["{Q} cho biết ⟦{C} đang ráo riết {v} {t}⟧.", "{Q} thông báo ⟦{C} đang bước vào khâu {v} {t}⟧.", "{Q} khẳng định ⟦phía {C} đang dồn sức {v} {t}⟧."]
FURTHER2_DONE = ["{Q} cho biết ⟦{C} đã {v} {t}⟧ hồi đầu năm.", "{P} cảm ơn việc ⟦{C} đã {v} {t}⟧.", "{Q} báo tin ⟦{C} đã {v} {t}⟧.", "{B} chứng kiến việc ⟦{C} đã {v} {t}⟧."]
FURTHER2_THINGS = """
bus|tuyến xe khách {x} - {y};dịch vụ xe buýt liên vận nối {x} với {y}|mở;duy trì|chọn nhà xe cho;lập biểu giờ của|khai trương;cấp phép
station|trạm quan trắc {x} tại {y};trạm đo {x} ở {y}|lắp đặt;tài trợ|chọn vị trí cho;hiệu chỉnh thiết bị của|vận hành;bàn giao
radio|chương trình phát thanh về {x};chuyên mục phát thanh {x}|sản xuất;phát sóng|ghi âm;biên tập|phát sóng;hoàn tất
film|bộ phim về {x};phim tài liệu {x}|hợp tác sản xuất;tài trợ|quay;dựng|công chiếu;hoàn thành
park2|vườn quốc gia {x} tại {y};khu bảo tồn {x} ở {y}|thành lập;mở rộng|khoanh vùng;kiểm đếm loài ở|công bố thành lập;khánh thành
textbook|bộ sách giáo khoa {x};sách giáo khoa môn {x}|in tặng;biên soạn|dịch;hiệu đính|in xong;trao tặng
machine|{n} máy {x};lô máy {x} gồm {n} chiếc|chuyển giao;bán|đóng thùng;kiểm định|chuyển giao;giao đủ
club|câu lạc bộ doanh nhân {x};hội doanh nhân {x}|thành lập;bảo trợ|soạn điều lệ cho;vận động hội viên cho|ra mắt;thành lập
"""
FURTHER2_FILL = {
    "station": "mực nước,động đất,không khí,mưa axit,phóng xạ,xói lở,thủy triều".split(","),
    "radio": "phòng cháy,sức khỏe mẹ và bé,dân ca,nông vụ,an toàn giao thông,chính sách di cư".split(","),
    "film": "nghề dệt,dòng sông biên giới,cuộc sống ngư phủ,tình bạn lính,lễ té nước,người thợ mỏ".split(","),
    "park2": "voọc,rùa biển,rừng ngập mặn,sếu đầu đỏ,gấu ngựa,san hô".split(","),
    "textbook": "toán,vật lý,tiếng Lào,địa lý,tin học,âm nhạc,hóa học".split(","),
    "machine": "gặt,xay xát,in,siêu âm,chụp X quang,lọc thận,sàng cà phê".split(","),
    "club": "trẻ,nữ,ngành gỗ,ngành chè,ngành may,miền Trung,ngành thép".split(","),
}

# What is said beside: built from parts, so that no two newsrooms say it in the same words.
FILLER = ["{P} khẳng định {D} luôn coi trọng quan hệ với {C}{tail}.", "{P} đánh giá cao {good} trong hợp tác {f} giữa hai nước{tail}.", "{Q} bày tỏ vui mừng trước {good} của {D} về {f}{tail}.",
          "{Q} cảm ơn {D} về sự đón tiếp trọng thị dành cho đoàn{tail}.", "{B} bày tỏ hài lòng về {good} trong lĩnh vực {f} và {g}{tail}.", "{B} đánh giá cao {good} trong lĩnh vực {f}{tail}.",
          "{B} cũng trao đổi về tình hình {region} cùng quan tâm, trong đó có {f}{tail}.", "{P} chúc mừng {C} về {good} trong {f}{tail}.", "{Q} khẳng định {C} coi {D} là đối tác quan trọng về {f}{tail}.",
          "{P} đề cao vai trò của hợp tác {f} trong tổng thể quan hệ hai nước{tail}.", "{Q} đánh giá cao vai trò của {D} tại các diễn đàn về {f}{tail}.", "{B} trao đổi sâu rộng về {f}, {g} và tình hình {region}{tail}.",
          "{P} cảm ơn sự ủng hộ của {C} trong lĩnh vực {f}{tail}.", "{Q} chúc mừng {D} tổ chức thành công các sự kiện về {f} và {g}{tail}."]
GOOD = "những bước phát triển tích cực,kết quả rất đáng khích lệ,các thành tựu nổi bật,đà tăng trưởng ổn định,những chuyển biến cụ thể,các kết quả thực chất,tiến triển vững chắc,hiệu quả ngày càng rõ".split(",")
TAILS = ["", "", "", " trong năm qua", " thời gian gần đây", ", nhất là ở cấp địa phương", " kể từ cuộc gặp trước", " trong giai đoạn nhiều khó khăn", ", phù hợp với tiềm năng của hai bên", " trên cơ sở tin cậy lẫn nhau", ", đáp ứng mong đợi của nhân dân", " suốt nhiều năm"]
REGIONS = "khu vực,quốc tế,khu vực và quốc tế,châu lục,các vùng biển,lương thực thế giới,kinh tế toàn cầu".split(",")
FIELDS = "thương mại,đầu tư,nông nghiệp,giáo dục,quốc phòng,an ninh,du lịch,năng lượng,văn hóa,khoa học công nghệ,y tế,giao thông,môi trường,ngân hàng,chuyển đổi số".split(",")
PADDING = ["Kim ngạch thương mại hai chiều năm ngoái đạt {n} triệu USD, tăng {m}% so với năm trước đó.", "Quan hệ hai nước đã trải qua {n} năm phát triển với nhiều dấu mốc đáng nhớ.", "Cộng đồng người Việt tại đây có khoảng {n} nghìn người, phần lớn buôn bán nhỏ.",
           "Hiện có {m} dự án của doanh nghiệp hai bên còn hiệu lực với tổng vốn {n} triệu USD.", "Theo số liệu của cơ quan thống kê, lượng khách đi lại giữa hai nước đạt {n} nghìn lượt trong {m} tháng đầu năm.",
           "Bên ngoài phòng họp, {m} nghệ nhân trình diễn nhạc cụ dân tộc chào mừng đoàn khách.", "Trời {w} từ sớm, nhiệt độ khoảng {m} độ C.", "Chương trình kéo dài {n} phút và kết thúc bằng tiệc trà."]
WEATHER = "nắng nhẹ,có mưa nhỏ,nhiều mây,lộng gió,se lạnh,oi bức".split(",")

# type -> leads and titles. {A} {B}: who, fully named; {a} {b}: for titles; {W}: when; {L}: where; {V}: what brings the guest here
LEADS = {
    "talks": ["{W}, tại {L}, {A} đã hội đàm với {B}{V}.", "{W}, {A} hội đàm với {B} tại {L}.", "{A} và {B} đã hội đàm tại {L} {w}."],
    "meeting": ["{W}, tại {L}, {A} đã tiếp {B}{V}.", "{W}, tại {L}, {A} có cuộc gặp với {B}.", "{W}, {A} đã hội kiến {B} tại {L}."],
    "call": ["{W}, {A} đã điện đàm với {B}.", "{W}, {A} có cuộc điện đàm với {B}.", "{A} và {B} đã điện đàm {w}."],
    "consultation": ["{W}, tại {L}, {A} và {B} đồng chủ trì Tham vấn chính trị {x} - {y} lần thứ {o}.", "{W}, {A} và {B} đã đồng chủ trì Tham vấn chính trị lần thứ {o} giữa hai nước tại {L}."],
    "committee_session": ["{W}, tại {L}, {A} và {B} đồng chủ trì Kỳ họp lần thứ {o} Ủy ban liên Chính phủ {x} - {y}.", "{W}, {A} và {B} đã đồng chủ trì Kỳ họp lần thứ {o} Ủy ban liên Chính phủ {x} - {y} tại {L}."],
    "letter": ["{W}, {A} đã gửi điện mừng tới {B} nhân dịp Quốc khánh {y}."],
}
TITLES = {
    "talks": ["{a} hội đàm với {b}", "{a} và {b} hội đàm tại {L}", "{x} - {y}: Hội đàm giữa {a} và {b}"],
    "meeting": ["{a} tiếp {b}", "{a} gặp {b}", "{a} hội kiến {b} tại {L}"],
    "call": ["{a} điện đàm với {b}", "Điện đàm giữa {a} và {b}"],
    "consultation": ["Tham vấn chính trị {x} - {y} lần thứ {o}", "{x} và {y} tham vấn chính trị lần thứ {o}"],
    "committee_session": ["Kỳ họp lần thứ {o} Ủy ban liên Chính phủ {x} - {y}", "Khai mạc Kỳ họp lần thứ {o} Ủy ban liên Chính phủ {x} - {y}"],
    "letter": ["{a} gửi điện mừng {b}"],
}
HOOKS = ["Thúc đẩy hợp tác {f}", "Mở rộng hợp tác {f} và {g}", "Đưa quan hệ {x} - {y} lên bước mới", "Nhiều thỏa thuận về {f}", "Hợp tác {f} là điểm sáng", "{x} và {y} bàn hợp tác {f}"]
BRINGS = [" đang thăm chính thức {H}", " nhân chuyến thăm làm việc tại {H}", " đang ở thăm {H}"]
# A contact remembered on a page about a later one.
RECALL = {
    "talks": "Trước đó, {D}, {A} đã hội đàm với {B} tại {L}.", "meeting": "Trước đó, {D}, {A} đã gặp {B} tại {L}.", "call": "Trước đó, {D}, {A} đã điện đàm với {B}.",
    "consultation": "Trước đó, {D}, {A} và {B} đã đồng chủ trì Tham vấn chính trị lần thứ {o} tại {L}.", "committee_session": "Trước đó, {D}, {A} và {B} đã đồng chủ trì Kỳ họp lần thứ {o} Ủy ban liên Chính phủ tại {L}.",
}
CREDITS = ["Theo {o}", "(Theo {o})", "Nguồn: {o}", "(Theo {o}/{p})"]

OTHER_TITLES = ["Giá {p} tại {c} tăng phiên thứ {n} liên tiếp", "Khai mạc hội chợ {p} tại {c}", "{c} đón đợt gió mùa thứ {n} trong năm", "Đội bóng {c} thắng trận thứ {n}", "Nông dân {c} vào vụ thu hoạch {p}", "{c} sửa xong cây cầu thứ {n}", "Lớp dạy nghề {p} miễn phí ở {c}"]
OTHER_TEXT = ["Các nhà vườn ở {c} cho biết sản lượng {p} năm nay cao hơn năm ngoái khoảng {n}%.", "Ban tổ chức bố trí {n} gian hàng, phần lớn bày bán {p}.", "Theo đài khí tượng, mưa sẽ giảm dần từ ngày mai, nhiệt độ thấp nhất {n} độ C.", "Thương lái trả giá {p} từ {n} nghìn đồng một ký, tăng nhẹ so với tuần trước.",
              "Huấn luyện viên dùng {n} cầu thủ trẻ trong hiệp hai.", "Công trình hoàn thành sớm {n} ngày so với kế hoạch.", "Người dân {c} mong có thêm kho lạnh để giữ {p} lâu hơn.", "Lớp học kéo dài {n} buổi, học viên được cấp dụng cụ."]
GOODS = "cà phê,cam,bưởi,gạo,tôm,mật ong,chè,đồ gỗ,gốm,lụa,hồ tiêu,sen".split(",")
LINKS = ["Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Văn hóa", "Thể thao", "Pháp luật", "Đời sống", "Du lịch"]
WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


def things(lines=THINGS):
    out = []
    for line in lines.strip().split("\n"):
        kind, names, do, doing, done = line.split("|")
        out.append((kind, names.split(";"), do.split(";"), doing.split(";"), done.split(";")))
    return out
