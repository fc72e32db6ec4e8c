"""Countries, posts, names, outlets of the synthetic corpus. Offices and places are real, all people and outlets are made up."""

# code|name|capital|other cities|culture of names|head of state (- : a monarch, who takes no part)|head of government (- : none)|speaker
COUNTRIES = """
VN|Việt Nam|Hà Nội|Thành phố Hồ Chí Minh,Đà Nẵng,Cần Thơ,Hải Phòng,Nha Trang|vi|Chủ tịch nước|Thủ tướng|Chủ tịch Quốc hội
LA|Lào|Viêng Chăn|Luang Prabang,Savannakhet,Pakse|lao|Chủ tịch nước|Thủ tướng|Chủ tịch Quốc hội
KH|Campuchia|Phnom Penh|Siem Reap,Sihanoukville,Battambang|khmer|-|Thủ tướng|Chủ tịch Quốc hội
TH|Thái Lan|Bangkok|Chiang Mai,Udon Thani,Phuket|thai|-|Thủ tướng|Chủ tịch Hạ viện
MM|Myanmar|Naypyidaw|Yangon,Mandalay|thai|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
MY|Malaysia|Kuala Lumpur|Penang,Johor Bahru|malay|-|Thủ tướng|Chủ tịch Hạ viện
ID|Indonesia|Jakarta|Surabaya,Bandung,Medan|malay|Tổng thống|-|Chủ tịch Hạ viện
PH|Philippines|Manila|Cebu,Davao|es|Tổng thống|-|Chủ tịch Hạ viện
CN|Trung Quốc|Bắc Kinh|Thượng Hải,Quảng Châu,Côn Minh,Nam Ninh|cn|Chủ tịch|Thủ tướng|Ủy viên trưởng Nhân đại toàn quốc
JP|Nhật Bản|Tokyo|Osaka,Nagoya,Fukuoka|jp|-|Thủ tướng|Chủ tịch Hạ viện
KR|Hàn Quốc|Seoul|Busan,Incheon,Daegu|kr|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
MN|Mông Cổ|Ulan Bator|Darkhan|mn|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
IN|Ấn Độ|New Delhi|Mumbai,Chennai,Kolkata|in|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
BD|Bangladesh|Dhaka|Chittagong|in|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
LK|Sri Lanka|Colombo|Kandy|in|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
PK|Pakistan|Islamabad|Karachi,Lahore|in|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
KZ|Kazakhstan|Astana|Almaty|ru|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
UZ|Uzbekistan|Tashkent|Samarkand|ru|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
RU|Nga|Moscow|Saint Petersburg,Vladivostok,Kazan|ru|Tổng thống|Thủ tướng|Chủ tịch Duma Quốc gia
BY|Belarus|Minsk|Brest,Gomel|ru|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
UA|Ukraine|Kiev|Odessa,Lviv|ru|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
AZ|Azerbaijan|Baku|Ganja|ru|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
TR|Thổ Nhĩ Kỳ|Ankara|Istanbul,Izmir|tr|Tổng thống|-|Chủ tịch Quốc hội
IR|Iran|Tehran|Isfahan|fa|Tổng thống|-|Chủ tịch Quốc hội
SA|Saudi Arabia|Riyadh|Jeddah|ar|-|Thủ tướng|-
AE|UAE|Abu Dhabi|Dubai|ar|Tổng thống|Thủ tướng|-
QA|Qatar|Doha|-|ar|-|Thủ tướng|-
IL|Israel|Jerusalem|Haifa|he|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
EG|Ai Cập|Cairo|Alexandria|ar|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
DZ|Algeria|Algiers|Oran|ar|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
MA|Maroc|Rabat|Casablanca|ar|-|Thủ tướng|Chủ tịch Hạ viện
ZA|Nam Phi|Pretoria|Johannesburg,Durban|af|Tổng thống|-|Chủ tịch Quốc hội
MZ|Mozambique|Maputo|Beira|pt|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
AO|Angola|Luanda|Benguela|pt|Tổng thống|-|Chủ tịch Quốc hội
NG|Nigeria|Abuja|Lagos|af|Tổng thống|-|Chủ tịch Hạ viện
TZ|Tanzania|Dodoma|Zanzibar|af|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
KE|Kenya|Nairobi|Mombasa|af|Tổng thống|-|Chủ tịch Quốc hội
US|Mỹ|Washington|New York,San Francisco,Los Angeles|en|Tổng thống|-|Chủ tịch Hạ viện
CA|Canada|Ottawa|Vancouver,Toronto,Montreal|en|-|Thủ tướng|Chủ tịch Hạ viện
CU|Cuba|La Habana|Santiago de Cuba|es|Chủ tịch|Thủ tướng|Chủ tịch Quốc hội
MX|Mexico|Mexico City|Guadalajara|es|Tổng thống|-|Chủ tịch Hạ viện
BR|Brazil|Brasilia|Sao Paulo,Rio de Janeiro|pt|Tổng thống|-|Chủ tịch Hạ viện
AR|Argentina|Buenos Aires|Cordoba|es|Tổng thống|-|Chủ tịch Hạ viện
CL|Chile|Santiago|Valparaiso|es|Tổng thống|-|Chủ tịch Hạ viện
PE|Peru|Lima|Cusco|es|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
VE|Venezuela|Caracas|Maracaibo|es|Tổng thống|-|Chủ tịch Quốc hội
GB|Anh|London|Manchester,Edinburgh|en|-|Thủ tướng|Chủ tịch Hạ viện
FR|Pháp|Paris|Lyon,Marseille|fr|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
DE|Đức|Berlin|Frankfurt,Hamburg,Munich|de|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
IT|Italy|Rome|Milan,Turin|it|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
ES|Tây Ban Nha|Madrid|Barcelona|es|-|Thủ tướng|Chủ tịch Hạ viện
PT|Bồ Đào Nha|Lisbon|Porto|pt|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
NL|Hà Lan|La Haye|Amsterdam,Rotterdam|de|-|Thủ tướng|Chủ tịch Hạ viện
BE|Bỉ|Brussels|Antwerp|fr|-|Thủ tướng|Chủ tịch Hạ viện
CH|Thụy Sĩ|Bern|Zurich,Geneva|de|Tổng thống|-|-
AT|Áo|Vienna|Graz|de|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
SE|Thụy Điển|Stockholm|Gothenburg|no|-|Thủ tướng|Chủ tịch Quốc hội
NO|Na Uy|Oslo|Bergen|no|-|Thủ tướng|Chủ tịch Quốc hội
DK|Đan Mạch|Copenhagen|Aarhus|no|-|Thủ tướng|Chủ tịch Quốc hội
FI|Phần Lan|Helsinki|Turku|no|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
PL|Ba Lan|Warsaw|Krakow,Gdansk|pl|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
CZ|Séc|Praha|Brno|pl|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
HU|Hungary|Budapest|Debrecen|hu|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
RO|Romania|Bucharest|Cluj|it|Tổng thống|Thủ tướng|Chủ tịch Hạ viện
BG|Bulgaria|Sofia|Varna|ru|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
AU|Australia|Canberra|Sydney,Melbourne,Perth|en|-|Thủ tướng|Chủ tịch Hạ viện
NZ|New Zealand|Wellington|Auckland|en|-|Thủ tướng|Chủ tịch Quốc hội
SG|Singapore|Singapore|-|sg|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
BN|Brunei|Bandar Seri Begawan|-|malay|-|-|-
TL|Timor-Leste|Dili|Baucau|pt|Tổng thống|Thủ tướng|Chủ tịch Quốc hội
"""

# post|office of Vietnam's holder|office abroad ({c}: the country)|level|"hai …" of two holders
POSTS = """
state|{state}|{state} {c}|1|hai nhà lãnh đạo
head|{head}|{head} {c}|1|hai Thủ tướng
house|{house}|{house} {c}|2|hai Chủ tịch
fm|Bộ trưởng Ngoại giao|Bộ trưởng Ngoại giao {c}|3|hai Bộ trưởng
mod|Bộ trưởng Quốc phòng|Bộ trưởng Quốc phòng {c}|3|hai Bộ trưởng
trade|Bộ trưởng Công Thương|Bộ trưởng Thương mại {c}|3|hai Bộ trưởng
agri|Bộ trưởng Nông nghiệp và Môi trường|Bộ trưởng Nông nghiệp {c}|3|hai Bộ trưởng
edu|Bộ trưởng Giáo dục và Đào tạo|Bộ trưởng Giáo dục {c}|3|hai Bộ trưởng
dfm|Thứ trưởng Ngoại giao|Thứ trưởng Ngoại giao {c}|4|hai Thứ trưởng
dmod|Thứ trưởng Quốc phòng|Thứ trưởng Quốc phòng {c}|4|hai Thứ trưởng
"""

# culture: given names | family names (for "vi" and "cn": middle names too)
NAMES = {
    "vi": ("An Bảo Bình Cường Dũng Đạt Đông Giang Hà Hải Hạnh Hiền Hoàng Hùng Huy Khánh Khôi Lâm Linh Long Minh Nam Nga Ngân Phong Phúc Quang Quân Sơn Tâm Thảo Thắng Thành Thịnh Trung Tuấn Tùng Vinh Vũ Yến",
           "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Trịnh Đoàn Cao", "Văn Thị Đức Quốc Minh Xuân Ngọc Hữu Đình Thanh Hồng Quang Công Việt Bá Duy"),
    "lao": ("Somchai Bounmy Khamphet Vilay Sengdao Phonesay Thongdeng Bounthanh Khamla Soukanh Vannaxay Chanthy Phetsamone Latsamy Souvanh", "Vongsa Phommachan Keomany Sayavong Inthavong Sisouphan Bouphavanh Luangkhot Xayasone Thepvongsa Manivanh Duangsy Phimmasone Oudomsay"),
    "khmer": ("Sokha Dara Vuthy Rithy Sophal Chenda Bopha Kosal Samnang Veasna Sothea Pisey", "Chhim Keo Long Meas Nhem Ouk Prak Sok Tep Ung Yim Chan Heng Kong"),
    "thai": ("Anan Chaiwat Kittisak Narong Prasert Somsak Thanawat Wichai Suda Malee Pimchan Ratree Boonsri", "Srisuk Wongsa Chaiyaphum Rattanakul Thongdee Suwannarat Charoenwong Boonmee Sukhothai Phanich Kaewmanee"),
    "malay": ("Ahmad Razak Hisham Zainal Faisal Rosli Nurul Aminah Budi Agus Sri Dewi Wahyu Hendra", "Osman Rahim Salleh Hamzah Santoso Wijaya Kusuma Hartono Setiawan Halim Mansor Suryanto Pratama"),
    "cn": ("Hoa Kiệt Lỗi Phi Bân Tĩnh Cường Vĩ Khải Lan Đào Lợi Bằng Quân", "Lưu Trương Triệu Tôn Chu Từ Mã Quách Hà Cao Lương Tống Tạ Hàn Đường Phùng", "Chí Kiến Gia Quốc Hiểu Văn Đại Lập Thế"),
    "jp": ("Haruto Kenji Takeshi Makoto Yuki Naoko Akira Hiroshi Shinji Keiko Daisuke", "Tanabe Morikawa Fujimura Okada Nishida Kuroki Hayama Ueno Sakamori Ishihama Matsuoka Arakawa"),
    "kr": ("Min Jun Seo Yeon Ji Hoon Hye Jin Sung Ho Dong Wook Eun Ji Tae Yang Soo Min", "Kang Cho Yoon Jang Lim Han Shin Seo Kwon Hwang Ahn Song"),
    "mn": ("Batbayar Ganbold Enkhtuya Munkhbat Tsetseg Bold Oyun", "Dorj Baatar Erdene Sukh Naran Purev Chuluun"),
    "in": ("Arjun Rajesh Vikram Sunil Anil Priya Kavita Mohan Ashok Deepak Ravi Nasreen Farid", "Sharma Mehta Kapoor Rao Iyer Banerjee Chaudhary Perera Rahman Siddiqui Malik Desai Nair"),
    "ru": ("Aleksandr Sergei Andrei Dmitri Mikhail Nikolai Pavel Viktor Oleg Yuri Elena Natalia Olga Igor Boris Konstantin", "Petrov Smirnov Orlov Volkov Belyakov Zaitsev Morozov Lebedinsky Karpov Gusev Tikhonov Savelev Rybakov Kuznetsov Melnikov Baranov Yatskovsky Matveev"),
    "tr": ("Mehmet Ahmet Mustafa Kemal Emre Ayse Fatma Selim Murat", "Yilmaz Demir Kaya Aydin Ozturk Arslan Dogan Aslan Polat"),
    "fa": ("Hossein Reza Mehdi Javad Amir Leila Saeed Hamid", "Karimi Ahmadi Moradi Rostami Kazemi Jafari Naderi Sadeghi"),
    "ar": ("Khalid Omar Yusuf Hassan Ibrahim Tariq Faisal Salim Nadia Layla Karim", "Al-Harbi Al-Mansour Haddad Benali Mansouri Al-Farsi Saleh Nasser Al-Qasim Bouzid Hamdan"),
    "he": ("David Moshe Yael Avi Ronit Eitan", "Levin Mizrahi Peretz Shalev Barak Golan"),
    "af": ("Kwame Chinedu Amina Themba Juma Neema Sipho Ngozi Baraka Zanele", "Okafor Mwangi Dlamini Kamau Nkosi Abiola Mushi Ndlovu Otieno Zulu"),
    "pt": ("João Pedro Carlos Maria Ana Rui Manuel Luisa Paulo Teresa", "Almeida Carvalho Ferreira Macuacua Nogueira Pereira Teixeira Monteiro Barros Guimaraes"),
    "es": ("José Luis Carlos Miguel Ana Lucía Rafael Jorge Elena Ramón Marta Andrés", "Delgado Fuentes Herrera Paredes Navarro Vega Salazar Molina Ortega Campos Rivas Santos Aquino"),
    "en": ("James Robert Michael Susan Linda Thomas Andrew Karen Peter Helen Mark Julia", "Whitfield Harper Coleman Bennett Lawson Parker Fletcher Morrison Hughes Grant Palmer Ellis"),
    "fr": ("Pierre Jean Michel Claire Sophie Laurent Antoine Hélène Philippe", "Moreau Lefebvre Girard Dupuis Marchand Renard Fontaine Chevalier Mercier"),
    "de": ("Hans Klaus Stefan Petra Jürgen Anna Matthias Karin Lukas", "Becker Hoffmann Schreiber Vogel Keller Brandt Lindner Wagner Hartmann de-Vries"),
    "it": ("Marco Giulia Paolo Luca Francesca Stefano Andrei Mihai Elena", "Bianchi Ferrara Conti Romano Marino Popa Ionescu Greco Lombardi"),
    "no": ("Lars Erik Anders Ingrid Kari Mikael Sofia Jonas Astrid", "Lindqvist Hansen Nygaard Bergstrom Virtanen Solberg Dahl Ekman Korhonen"),
    "pl": ("Jan Piotr Marek Katarzyna Tomas Pavel Jana Andrzej", "Nowak Zielinski Kaminski Dvorak Novotny Wojcik Prochazka Mazur"),
    "hu": ("Istvan Laszlo Ferenc Katalin Gabor Zsuzsa", "Nagy Kovacs Szabo Horvath Molnar Takacs"),
    "sg": ("Wei Ming Kok Seng Siew Ling Chee Hong Boon Kiat Hui Min", "Tan Lim Goh Chua Koh Teo Ng Yeo"),
}
PATRONYMICS = "Aleksandrovich Sergeevich Andreevich Dmitrievich Mikhailovich Nikolaevich Pavlovich Viktorovich Igorevich Borisovich".split()

# How older pages spell foreign sounds: applied to some variants, syllables parted by hyphens.
SPELL = {"Aleksandr": "A-lếch-xan-đrơ", "Sergei": "Xéc-gây", "Andrei": "An-đrây", "Dmitri": "Đmi-tơ-ri", "Mikhail": "Mi-kha-in", "Nikolai": "Ni-cô-lai", "Pavel": "Pa-ven",
         "Petrov": "Pê-tơ-rốp", "Smirnov": "Xmiếc-nốp", "Orlov": "Oóc-lốp", "Volkov": "Vôn-cốp", "Morozov": "Mô-rô-dốp", "Karpov": "Các-pốp", "Gusev": "Gu-xép",
         "Somchai": "Xổm-chay", "Bounmy": "Bun-mi", "Vongsa": "Vông-xả", "Sayavong": "Xay-nha-vông", "Keomany": "Kẹo-ma-ni"}

OUTLETS = """Nhịp Sống Đối Ngoại|nhipsong|Thời Báo Bang Giao|thoibaobanggiao|Bến Cảng|bencang|Ngày Mới|ngaymoi|Biên Cương|biencuong|Quê Hương Xanh|quehuongxanh|Tin Sáng|tinsang|Chân Trời|chantroi
Hải Đăng|haidang|Vành Đai|vanhdai|Cửa Ngõ|cuango|Dòng Sông|dongsong|Tầm Nhìn Mới|tamnhinmoi|Thương Trường|thuongtruong|Nông Thôn Hôm Nay|nongthonhomnay|Diễn Đàn Trẻ|diendantre
Đại Dương|daiduong|Thế Kỷ|theky|Người Quan Sát|nguoiquansat|Bản Tin Tối|bantintoi|Sao Mai|saomai|Cầu Nối|caunoi|Miền Biển|mienbien|Tây Bắc Xanh|taybacxanh|Đồng Bằng|dongbang|Phố Hội|phohoi
Lữ Khách|lukhach|Nhịp Cầu Quốc Tế|nhipcauquocte|Địa Bàn|diaban|Thị Trường Mới|thitruongmoi|Bình Minh|binhminh|Hoa Sen|hoasen|Cao Nguyên|caonguyen|Ven Đô|vendo|Sông Hậu|songhau|Trúc Lâm|truclam
Kinh Bắc|kinhbac|Mũi Đất|muidat|Đường Xa|duongxa|Thời Luận|thoiluan|Tri Thức Xanh|trithucxanh|Đô Thị|dothi|Pháp Đình|phapdinh|Nghề Báo|nghebao|Tuổi Xanh|tuoixanh|Bạn Đường|banduong"""
AGENCY = ("Thông tấn Bang Giao", "thongtan")
AUTHORS = "Minh Châu,Hải Vân,Thu Hà,Quốc Bảo,Hoàng Giang,Lan Phương,Diễm Quỳnh,Khánh An,Nhật Minh,Thanh Tú,Đức Huy,Mai Trang,Ngọc Diệp,Phương Thảo,Trung Kiên".split(",")


def countries():
    out = []
    for line in COUNTRIES.strip().split("\n"):
        code, name, capital, cities, culture, state, head, house = line.split("|")
        out.append({"code": code, "name": name, "capital": capital, "cities": [c for c in cities.split(",") if c != "-"], "culture": culture,
                    "state": None if state == "-" else state, "head": None if head == "-" else head, "house": None if house == "-" else house})
    return out


def posts():
    return [line.split("|") for line in POSTS.strip().split("\n")]


def outlets():
    parts = OUTLETS.replace("\n", "|").split("|")
    return [(parts[i], parts[i + 1] + ".example") for i in range(0, len(parts), 2)]
