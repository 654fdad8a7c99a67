<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>425240.88 2280330.18</gml:lowerCorner><gml:upperCorner>595455.11 2424946.48</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                            
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>498248.56 2342571.46</gml:lowerCorner><gml:upperCorner>498248.56 2342571.46</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.0"><gml:pos>498248.56 2342571.46</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0001</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Ké</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04132</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>15.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.81</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>533139.68 2349112.21</gml:lowerCorner><gml:upperCorner>533139.68 2349112.21</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.1"><gml:pos>533139.68 2349112.21</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0002</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Pá Sàng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03880</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>37.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.833</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.2">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>457420.1 2350847.5</gml:lowerCorner><gml:upperCorner>457420.1 2350847.5</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.2"><gml:pos>457420.1 2350847.5</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0003</ogr:ma_ct>
      <ogr:ten_ct>Phai Huổi Xa</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04186</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>91.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.9</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.72</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.3">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>468892.87 2394119.96</gml:lowerCorner><gml:upperCorner>468892.87 2394119.96</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.3"><gml:pos>468892.87 2394119.96</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0004</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Sàng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>85.8</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.713</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.4">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>457204.13 2339898.47</gml:lowerCorner><gml:upperCorner>457204.13 2339898.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.4"><gml:pos>457204.13 2339898.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0005</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Bản Mệch</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04195</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>78.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.567</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.5">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>553615.15 2333393.74</gml:lowerCorner><gml:upperCorner>553615.15 2333393.74</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.5"><gml:pos>553615.15 2333393.74</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0006</ogr:ma_ct>
      <ogr:ten_ct>Phai Bản Tòng</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03961</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>27.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.85</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.634</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.6">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>521669.61 2357143.19</gml:lowerCorner><gml:upperCorner>521669.61 2357143.19</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.6"><gml:pos>521669.61 2357143.19</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0007</ogr:ma_ct>
      <ogr:ten_ct>Kênh Co Dạ</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03871</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>116.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.08</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.525</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.7">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>557474.95 2324630.38</gml:lowerCorner><gml:upperCorner>557474.95 2324630.38</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.7"><gml:pos>557474.95 2324630.38</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0008</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Hin</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03997</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>22.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.91</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.582</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.8">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>469792.66 2351401.64</gml:lowerCorner><gml:upperCorner>469792.66 2351401.64</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.8"><gml:pos>469792.66 2351401.64</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0009</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Ké</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04186</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>95.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.94</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.9">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>529626.63 2343480.6</gml:lowerCorner><gml:upperCorner>529626.63 2343480.6</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.9"><gml:pos>529626.63 2343480.6</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0010</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Ké</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03880</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>38.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.59</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.523</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.10">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>554166.87 2349349.34</gml:lowerCorner><gml:upperCorner>554166.87 2349349.34</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.10"><gml:pos>554166.87 2349349.34</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0011</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Pán</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03922</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>101.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.49</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.383</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.11">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>525944.29 2323017.06</gml:lowerCorner><gml:upperCorner>525944.29 2323017.06</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.11"><gml:pos>525944.29 2323017.06</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0012</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Sàng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04099</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>159.6</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.12">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>459517.57 2331265.2</gml:lowerCorner><gml:upperCorner>459517.57 2331265.2</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.12"><gml:pos>459517.57 2331265.2</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0013</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Hịa</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04210</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>139.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.34</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.656</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.13">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>586189.43 2289313.76</gml:lowerCorner><gml:upperCorner>586189.43 2289313.76</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.13"><gml:pos>586189.43 2289313.76</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0014</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Dạ</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04057</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>82.4</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.532</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.14">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>485206.99 2381609.24</gml:lowerCorner><gml:upperCorner>485206.99 2381609.24</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.14"><gml:pos>485206.99 2381609.24</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0015</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Bản Lếch</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03757</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>132.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.78</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.15">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>502616.95 2354924.93</gml:lowerCorner><gml:upperCorner>502616.95 2354924.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.15"><gml:pos>502616.95 2354924.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0016</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Tòng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04123</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>100.6</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.265</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.16">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>571497.11 2341564.31</gml:lowerCorner><gml:upperCorner>571497.11 2341564.31</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.16"><gml:pos>571497.11 2341564.31</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0017</ogr:ma_ct>
      <ogr:ten_ct>Phai Phiêng Tòng</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03958</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>61.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.96</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.514</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.17">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>465042.73 2294861.82</gml:lowerCorner><gml:upperCorner>465042.73 2294861.82</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.17"><gml:pos>465042.73 2294861.82</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0018</ogr:ma_ct>
      <ogr:ten_ct>Phai Bản Sản</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04246</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>130</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.65</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.18">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>467348.52 2337218.17</gml:lowerCorner><gml:upperCorner>467348.52 2337218.17</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.18"><gml:pos>467348.52 2337218.17</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0019</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Hin</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04168</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>79.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.04</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.19">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>442566.76 2361349.16</gml:lowerCorner><gml:upperCorner>442566.76 2361349.16</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.19"><gml:pos>442566.76 2361349.16</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0020</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Sản</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>57.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.09</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.20">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>540866.15 2314226.42</gml:lowerCorner><gml:upperCorner>540866.15 2314226.42</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.20"><gml:pos>540866.15 2314226.42</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0021</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Ỏ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04096</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>104.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.74</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.12</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.21">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>526060.3 2354596.12</gml:lowerCorner><gml:upperCorner>526060.3 2354596.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.21"><gml:pos>526060.3 2354596.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0022</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Mệch</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03871</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>112.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.64</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.22">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>492635.39 2360031.06</gml:lowerCorner><gml:upperCorner>492635.39 2360031.06</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.22"><gml:pos>492635.39 2360031.06</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0023</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Hịa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03646</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>47</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.509</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.23">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>505365.23 2355997.32</gml:lowerCorner><gml:upperCorner>505365.23 2355997.32</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.23"><gml:pos>505365.23 2355997.32</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0024</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Co Sàng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04123</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>40.2</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.53</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.24">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>595455.11 2299939.19</gml:lowerCorner><gml:upperCorner>595455.11 2299939.19</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.24"><gml:pos>595455.11 2299939.19</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0025</ogr:ma_ct>
      <ogr:ten_ct>Phai Bản Ỏ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04048</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>135.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.31</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.709</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.25">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>501635.88 2368767.22</gml:lowerCorner><gml:upperCorner>501635.88 2368767.22</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.25"><gml:pos>501635.88 2368767.22</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0026</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Phạ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03847</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>112.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.585</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.26">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>495544.27 2324740.7</gml:lowerCorner><gml:upperCorner>495544.27 2324740.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.26"><gml:pos>495544.27 2324740.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0027</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Xa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>41.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.303</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.27">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>518976.75 2386481.53</gml:lowerCorner><gml:upperCorner>518976.75 2386481.53</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.27"><gml:pos>518976.75 2386481.53</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0028</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Lếch</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03820</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>5.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.69</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.28">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>434822.86 2311352.41</gml:lowerCorner><gml:upperCorner>434822.86 2311352.41</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.28"><gml:pos>434822.86 2311352.41</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0029</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Hịa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04240</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>12.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.33</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.29">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>484730.8 2395098.55</gml:lowerCorner><gml:upperCorner>484730.8 2395098.55</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.29"><gml:pos>484730.8 2395098.55</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0030</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Hin</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03814</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>6.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.12</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.413</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.30">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>515251.62 2323903.14</gml:lowerCorner><gml:upperCorner>515251.62 2323903.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.30"><gml:pos>515251.62 2323903.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0031</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Pán</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04087</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>34.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.63</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.644</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.31">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>464992.83 2364921.21</gml:lowerCorner><gml:upperCorner>464992.83 2364921.21</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.31"><gml:pos>464992.83 2364921.21</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0032</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Bản Phạ</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03784</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>88.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.041</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.32">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>557905.89 2327121.06</gml:lowerCorner><gml:upperCorner>557905.89 2327121.06</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.32"><gml:pos>557905.89 2327121.06</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0033</ogr:ma_ct>
      <ogr:ten_ct>Kênh Noong Pán</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03997</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>79</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.36</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.33">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>496042.55 2352230.78</gml:lowerCorner><gml:upperCorner>496042.55 2352230.78</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.33"><gml:pos>496042.55 2352230.78</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0034</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nà Xa</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03679</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>85.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.445</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.34">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>471878.39 2405763.59</gml:lowerCorner><gml:upperCorner>471878.39 2405763.59</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.34"><gml:pos>471878.39 2405763.59</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0035</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Mạt</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03694</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>68.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.29</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.108</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.35">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>469028.56 2372396.87</gml:lowerCorner><gml:upperCorner>469028.56 2372396.87</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.35"><gml:pos>469028.56 2372396.87</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0036</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Mệch</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03721</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>53.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.65</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.36">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>454877.97 2416527.14</gml:lowerCorner><gml:upperCorner>454877.97 2416527.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.36"><gml:pos>454877.97 2416527.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0037</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Phạ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03688</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>23.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.75</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.332</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.37">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>494470.8 2346332.5</gml:lowerCorner><gml:upperCorner>494470.8 2346332.5</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.37"><gml:pos>494470.8 2346332.5</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0038</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Dạ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04132</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>17.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.86</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.38">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>482336.79 2352855.18</gml:lowerCorner><gml:upperCorner>482336.79 2352855.18</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.38"><gml:pos>482336.79 2352855.18</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0039</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Lếch</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03670</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>19.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.627</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.39">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>542998.12 2312963.74</gml:lowerCorner><gml:upperCorner>542998.12 2312963.74</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.39"><gml:pos>542998.12 2312963.74</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0040</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Hin</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04096</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.05</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.40">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>455374.92 2351448.54</gml:lowerCorner><gml:upperCorner>455374.92 2351448.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.40"><gml:pos>455374.92 2351448.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0041</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nà Mạt</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04186</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>158.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.48</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.41">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>465089.97 2371766.64</gml:lowerCorner><gml:upperCorner>465089.97 2371766.64</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.41"><gml:pos>465089.97 2371766.64</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0042</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Pá Khoang</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03721</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>90.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.58</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.531</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.42">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>522877.51 2360250.0</gml:lowerCorner><gml:upperCorner>522877.51 2360250.0</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.42"><gml:pos>522877.51 2360250.0</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0043</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Bản Nhạp</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03871</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>128.6</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.169</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.43">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>570916.22 2331749.68</gml:lowerCorner><gml:upperCorner>570916.22 2331749.68</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.43"><gml:pos>570916.22 2331749.68</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0044</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Hin</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03970</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>108</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.57</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.44">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>444789.52 2326138.82</gml:lowerCorner><gml:upperCorner>444789.52 2326138.82</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.44"><gml:pos>444789.52 2326138.82</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0045</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Noong Xa</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04228</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>117.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.99</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.62</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.45">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>472279.46 2392105.45</gml:lowerCorner><gml:upperCorner>472279.46 2392105.45</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.45"><gml:pos>472279.46 2392105.45</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0046</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Dạ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03712</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>28.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.04</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.533</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.46">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>567489.98 2309871.37</gml:lowerCorner><gml:upperCorner>567489.98 2309871.37</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.46"><gml:pos>567489.98 2309871.37</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0047</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Phạ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03982</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>12.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.11</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.47">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>479972.24 2341617.98</gml:lowerCorner><gml:upperCorner>479972.24 2341617.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.47"><gml:pos>479972.24 2341617.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0048</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Tòng</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04144</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>75.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.73</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.538</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.48">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>473040.86 2331201.45</gml:lowerCorner><gml:upperCorner>473040.86 2331201.45</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.48"><gml:pos>473040.86 2331201.45</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0049</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Ỏ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04168</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>140.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.52</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.967</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.49">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>444744.09 2340919.54</gml:lowerCorner><gml:upperCorner>444744.09 2340919.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.49"><gml:pos>444744.09 2340919.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0050</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Nhạp</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04183</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>44.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.46</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.698</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.50">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>511453.43 2368529.69</gml:lowerCorner><gml:upperCorner>511453.43 2368529.69</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.50"><gml:pos>511453.43 2368529.69</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0051</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Co Lếch</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03847</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>108.8</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.608</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.51">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>488112.58 2347450.49</gml:lowerCorner><gml:upperCorner>488112.58 2347450.49</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.51"><gml:pos>488112.58 2347450.49</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0052</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Sản</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04117</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>146.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.04</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.752</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.52">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>531361.43 2325577.53</gml:lowerCorner><gml:upperCorner>531361.43 2325577.53</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.52"><gml:pos>531361.43 2325577.53</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0053</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Xa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04075</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>123.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.26</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.37</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.53">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>458248.64 2345204.44</gml:lowerCorner><gml:upperCorner>458248.64 2345204.44</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.53"><gml:pos>458248.64 2345204.44</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0054</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Hịa</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04195</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>3.9</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.789</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.54">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>473216.23 2312839.83</gml:lowerCorner><gml:upperCorner>473216.23 2312839.83</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.54"><gml:pos>473216.23 2312839.83</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0055</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Lếch</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04204</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>89</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.08</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.178</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.55">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>562960.05 2353520.45</gml:lowerCorner><gml:upperCorner>562960.05 2353520.45</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.55"><gml:pos>562960.05 2353520.45</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0056</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Ké</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03910</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>115</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.23</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.633</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.56">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>526787.88 2342836.36</gml:lowerCorner><gml:upperCorner>526787.88 2342836.36</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.56"><gml:pos>526787.88 2342836.36</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0057</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Ké</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03880</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>74.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.8</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.787</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.57">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>526798.61 2380024.34</gml:lowerCorner><gml:upperCorner>526798.61 2380024.34</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.57"><gml:pos>526798.61 2380024.34</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0058</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Nhạp</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03850</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>104.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.51</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.21</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.58">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>534073.53 2370847.49</gml:lowerCorner><gml:upperCorner>534073.53 2370847.49</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.58"><gml:pos>534073.53 2370847.49</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0059</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Xa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>3.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.39</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.148</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.59">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>502823.39 2332250.54</gml:lowerCorner><gml:upperCorner>502823.39 2332250.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.59"><gml:pos>502823.39 2332250.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0060</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Tòng</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>106.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.57</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.719</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.60">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>559743.65 2344193.93</gml:lowerCorner><gml:upperCorner>559743.65 2344193.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.60"><gml:pos>559743.65 2344193.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0061</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Noong Sản</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03922</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>27.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.77</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.386</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.61">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>508453.58 2361559.72</gml:lowerCorner><gml:upperCorner>508453.58 2361559.72</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.61"><gml:pos>508453.58 2361559.72</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0062</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Phiêng Ké</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04108</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>127.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.65</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.62">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>491744.65 2321286.63</gml:lowerCorner><gml:upperCorner>491744.65 2321286.63</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.62"><gml:pos>491744.65 2321286.63</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0063</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Phiêng Phạ</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04219</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>25.4</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.373</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.63">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>493861.97 2341069.02</gml:lowerCorner><gml:upperCorner>493861.97 2341069.02</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.63"><gml:pos>493861.97 2341069.02</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0064</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Mạt</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04132</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>64.8</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.64">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>459966.67 2386530.12</gml:lowerCorner><gml:upperCorner>459966.67 2386530.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.64"><gml:pos>459966.67 2386530.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0065</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Tòng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>20.2</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.024</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.65">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>453834.36 2338538.32</gml:lowerCorner><gml:upperCorner>453834.36 2338538.32</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.65"><gml:pos>453834.36 2338538.32</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0066</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Sản</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04195</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>27.9</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.267</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.66">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>453899.21 2420998.4</gml:lowerCorner><gml:upperCorner>453899.21 2420998.4</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.66"><gml:pos>453899.21 2420998.4</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0067</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Ké</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03688</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>86.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.57</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.298</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.67">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>584784.54 2345684.5</gml:lowerCorner><gml:upperCorner>584784.54 2345684.5</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.67"><gml:pos>584784.54 2345684.5</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0068</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Khoang</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03943</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>145.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.1</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.163</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.68">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>501653.71 2354947.12</gml:lowerCorner><gml:upperCorner>501653.71 2354947.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.68"><gml:pos>501653.71 2354947.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0069</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Pán</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04123</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>67.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.17</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.342</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.69">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>446254.27 2323328.7</gml:lowerCorner><gml:upperCorner>446254.27 2323328.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.69"><gml:pos>446254.27 2323328.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0070</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Hin</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04228</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>20.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.67</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.509</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.70">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>577643.26 2308008.23</gml:lowerCorner><gml:upperCorner>577643.26 2308008.23</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.70"><gml:pos>577643.26 2308008.23</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0071</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Nhạp</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04033</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>22.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.49</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.082</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.71">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>451674.23 2354748.4</gml:lowerCorner><gml:upperCorner>451674.23 2354748.4</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.71"><gml:pos>451674.23 2354748.4</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0072</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Ỏ</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>120.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.71</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.303</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.72">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>497212.73 2362193.91</gml:lowerCorner><gml:upperCorner>497212.73 2362193.91</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.72"><gml:pos>497212.73 2362193.91</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0073</ogr:ma_ct>
      <ogr:ten_ct>Phai Huổi Khoang</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03679</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>5.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.88</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.73">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>487933.06 2316464.15</gml:lowerCorner><gml:upperCorner>487933.06 2316464.15</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.73"><gml:pos>487933.06 2316464.15</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0074</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Mệch</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04219</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>47.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.7</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.74">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>442194.28 2353791.29</gml:lowerCorner><gml:upperCorner>442194.28 2353791.29</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.74"><gml:pos>442194.28 2353791.29</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0075</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nậm Mạt</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04171</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>51</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.79</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.75">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>461183.58 2389442.49</gml:lowerCorner><gml:upperCorner>461183.58 2389442.49</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.75"><gml:pos>461183.58 2389442.49</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0076</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Sàng</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>136</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.08</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.88</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.76">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>491818.45 2341211.12</gml:lowerCorner><gml:upperCorner>491818.45 2341211.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.76"><gml:pos>491818.45 2341211.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0077</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Pán</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04132</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>152.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.78</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.854</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.77">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>539662.38 2340687.61</gml:lowerCorner><gml:upperCorner>539662.38 2340687.61</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.77"><gml:pos>539662.38 2340687.61</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0078</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Pán</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03856</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>8.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.55</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.142</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.78">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>450586.73 2381106.9</gml:lowerCorner><gml:upperCorner>450586.73 2381106.9</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.78"><gml:pos>450586.73 2381106.9</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0079</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Sàng</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03727</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>35.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.27</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.782</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.79">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>569320.58 2286238.61</gml:lowerCorner><gml:upperCorner>569320.58 2286238.61</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.79"><gml:pos>569320.58 2286238.61</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0080</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Huổi Mệch</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03985</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>70</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.2</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.80">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>553679.07 2334998.3</gml:lowerCorner><gml:upperCorner>553679.07 2334998.3</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.80"><gml:pos>553679.07 2334998.3</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0081</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nậm Lếch</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03961</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>37.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.61</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.391</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.81">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>576643.71 2352240.68</gml:lowerCorner><gml:upperCorner>576643.71 2352240.68</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.81"><gml:pos>576643.71 2352240.68</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0082</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nậm Nhạp</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03907</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>83.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.82</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.666</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.82">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>459171.79 2372612.58</gml:lowerCorner><gml:upperCorner>459171.79 2372612.58</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.82"><gml:pos>459171.79 2372612.58</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0083</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Ỏ</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03727</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>5.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.7</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.225</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.83">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>559561.87 2333162.33</gml:lowerCorner><gml:upperCorner>559561.87 2333162.33</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.83"><gml:pos>559561.87 2333162.33</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0084</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nà Hin</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03961</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>122.1</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.208</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.84">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>432223.61 2313146.14</gml:lowerCorner><gml:upperCorner>432223.61 2313146.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.84"><gml:pos>432223.61 2313146.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0085</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Mệch</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04240</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>53</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.37</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.85">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>587397.34 2308821.14</gml:lowerCorner><gml:upperCorner>587397.34 2308821.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.85"><gml:pos>587397.34 2308821.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0086</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Ké</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04018</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>23.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.36</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.86">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>583077.36 2286878.1</gml:lowerCorner><gml:upperCorner>583077.36 2286878.1</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.86"><gml:pos>583077.36 2286878.1</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0087</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Nhạp</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04057</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>108.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.44</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.945</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.87">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>527954.63 2322283.99</gml:lowerCorner><gml:upperCorner>527954.63 2322283.99</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.87"><gml:pos>527954.63 2322283.99</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0088</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nà Tòng</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04099</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>60</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.14</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.88">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>439675.95 2356572.86</gml:lowerCorner><gml:upperCorner>439675.95 2356572.86</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.88"><gml:pos>439675.95 2356572.86</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0089</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Phiêng Lếch</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04171</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>149</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.048</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.89">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>473512.34 2376065.75</gml:lowerCorner><gml:upperCorner>473512.34 2376065.75</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.89"><gml:pos>473512.34 2376065.75</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0090</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Ỏ</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03754</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>119</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.326</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.90">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>461448.48 2376781.52</gml:lowerCorner><gml:upperCorner>461448.48 2376781.52</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.90"><gml:pos>461448.48 2376781.52</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0091</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Mạt</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03721</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>79.8</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.91">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>532205.52 2322926.93</gml:lowerCorner><gml:upperCorner>532205.52 2322926.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.91"><gml:pos>532205.52 2322926.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0092</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Pá Tòng</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04099</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>126.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.329</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.92">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>463361.73 2402907.25</gml:lowerCorner><gml:upperCorner>463361.73 2402907.25</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.92"><gml:pos>463361.73 2402907.25</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0093</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Dạ</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>34</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.99</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.211</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.93">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>574592.14 2283162.51</gml:lowerCorner><gml:upperCorner>574592.14 2283162.51</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.93"><gml:pos>574592.14 2283162.51</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0094</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Ỏ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04057</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>138.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.27</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.6</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.94">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>463287.99 2389843.22</gml:lowerCorner><gml:upperCorner>463287.99 2389843.22</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.94"><gml:pos>463287.99 2389843.22</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0095</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Xa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>150.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.46</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.95">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>487256.64 2356473.63</gml:lowerCorner><gml:upperCorner>487256.64 2356473.63</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.95"><gml:pos>487256.64 2356473.63</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0096</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Dạ</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03670</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>5.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.17</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.272</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.96">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>490447.38 2356259.14</gml:lowerCorner><gml:upperCorner>490447.38 2356259.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.96"><gml:pos>490447.38 2356259.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0097</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Pán</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03646</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>44.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.74</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.688</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.97">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>452022.63 2351777.46</gml:lowerCorner><gml:upperCorner>452022.63 2351777.46</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.97"><gml:pos>452022.63 2351777.46</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0098</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Khoang</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>95.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.89</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.597</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.98">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>511227.28 2363342.83</gml:lowerCorner><gml:upperCorner>511227.28 2363342.83</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.98"><gml:pos>511227.28 2363342.83</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0099</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Bản Hin</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04108</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>90.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.24</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.99">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>456820.02 2381484.7</gml:lowerCorner><gml:upperCorner>456820.02 2381484.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.99"><gml:pos>456820.02 2381484.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0100</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Mệch</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03727</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>107.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.26</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.368</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.100">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>460500.59 2390844.71</gml:lowerCorner><gml:upperCorner>460500.59 2390844.71</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.100"><gml:pos>460500.59 2390844.71</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0101</ogr:ma_ct>
      <ogr:ten_ct>Phai Bản Hịa</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>53.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.53</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.101">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>559850.92 2314473.88</gml:lowerCorner><gml:upperCorner>559850.92 2314473.88</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.101"><gml:pos>559850.92 2314473.88</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0102</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Mệch</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03980</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>13.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.65</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.424</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.102">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>558302.27 2345629.13</gml:lowerCorner><gml:upperCorner>558302.27 2345629.13</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.102"><gml:pos>558302.27 2345629.13</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0103</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Ỏ</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03922</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>29.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.55</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.692</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.103">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>488092.3 2395359.17</gml:lowerCorner><gml:upperCorner>488092.3 2395359.17</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.103"><gml:pos>488092.3 2395359.17</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0104</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Khoang</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03814</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>55</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.79</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.104">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>477058.12 2386787.45</gml:lowerCorner><gml:upperCorner>477058.12 2386787.45</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.104"><gml:pos>477058.12 2386787.45</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0105</ogr:ma_ct>
      <ogr:ten_ct>Kênh Noong Hịa</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03712</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>52.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.42</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.694</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.105">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>550746.82 2314536.97</gml:lowerCorner><gml:upperCorner>550746.82 2314536.97</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.105"><gml:pos>550746.82 2314536.97</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0106</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Sàng</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03980</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>8.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.96</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.348</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.106">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>500543.48 2334713.54</gml:lowerCorner><gml:upperCorner>500543.48 2334713.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.106"><gml:pos>500543.48 2334713.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0107</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Mạt</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>36.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.19</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.107">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>509265.26 2353635.47</gml:lowerCorner><gml:upperCorner>509265.26 2353635.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.107"><gml:pos>509265.26 2353635.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0108</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Dạ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04108</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>142.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.79</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.108">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>429545.15 2302947.25</gml:lowerCorner><gml:upperCorner>429545.15 2302947.25</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.108"><gml:pos>429545.15 2302947.25</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0109</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Khoang</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04240</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>113.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.96</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.444</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.109">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>497739.69 2312008.47</gml:lowerCorner><gml:upperCorner>497739.69 2312008.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.109"><gml:pos>497739.69 2312008.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0110</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Huổi Phạ</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>106.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.43</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.110">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>543475.35 2351599.14</gml:lowerCorner><gml:upperCorner>543475.35 2351599.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.110"><gml:pos>543475.35 2351599.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0111</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Hịa</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03856</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>48.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.55</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.111">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>567573.85 2303516.11</gml:lowerCorner><gml:upperCorner>567573.85 2303516.11</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.111"><gml:pos>567573.85 2303516.11</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0112</ogr:ma_ct>
      <ogr:ten_ct>Phai Phiêng Dạ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03979</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>137.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.75</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.168</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.112">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>560309.79 2365550.73</gml:lowerCorner><gml:upperCorner>560309.79 2365550.73</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.112"><gml:pos>560309.79 2365550.73</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0113</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Co Sản</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03901</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>25.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.026</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.113">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>479337.25 2315158.82</gml:lowerCorner><gml:upperCorner>479337.25 2315158.82</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.113"><gml:pos>479337.25 2315158.82</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0114</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nậm Sản</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04219</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>20.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.85</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.114">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>487322.51 2357402.14</gml:lowerCorner><gml:upperCorner>487322.51 2357402.14</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.114"><gml:pos>487322.51 2357402.14</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0115</ogr:ma_ct>
      <ogr:ten_ct>Phai Phiêng Nhạp</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03670</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>114</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.96</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.848</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.115">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>539464.61 2365879.21</gml:lowerCorner><gml:upperCorner>539464.61 2365879.21</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.115"><gml:pos>539464.61 2365879.21</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0116</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Khoang</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>135.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.66</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.746</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.116">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>530729.23 2367392.91</gml:lowerCorner><gml:upperCorner>530729.23 2367392.91</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.116"><gml:pos>530729.23 2367392.91</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0117</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Pán</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>96.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.49</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.075</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.117">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>484315.74 2399173.18</gml:lowerCorner><gml:upperCorner>484315.74 2399173.18</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.117"><gml:pos>484315.74 2399173.18</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0118</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Mạt</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03814</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>3.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.27</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.474</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.118">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>443584.17 2347223.98</gml:lowerCorner><gml:upperCorner>443584.17 2347223.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.118"><gml:pos>443584.17 2347223.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0119</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Hịa</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04171</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>106.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.13</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.119">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>575033.14 2342704.01</gml:lowerCorner><gml:upperCorner>575033.14 2342704.01</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.119"><gml:pos>575033.14 2342704.01</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0120</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Sàng</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03958</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>154.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.02</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.195</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.120">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>470628.27 2405670.03</gml:lowerCorner><gml:upperCorner>470628.27 2405670.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.120"><gml:pos>470628.27 2405670.03</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0121</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Nhạp</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03694</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>19.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.85</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.692</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.121">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>560597.32 2289170.84</gml:lowerCorner><gml:upperCorner>560597.32 2289170.84</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.121"><gml:pos>560597.32 2289170.84</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0122</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Phạ</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03985</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>145.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.668</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.122">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>516445.15 2336311.77</gml:lowerCorner><gml:upperCorner>516445.15 2336311.77</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.122"><gml:pos>516445.15 2336311.77</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0123</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Mạt</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04105</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>118.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.82</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.123">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>507690.11 2351062.12</gml:lowerCorner><gml:upperCorner>507690.11 2351062.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.123"><gml:pos>507690.11 2351062.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0124</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Khoang</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04123</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>94.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.98</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.655</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.124">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>573135.94 2321185.88</gml:lowerCorner><gml:upperCorner>573135.94 2321185.88</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.124"><gml:pos>573135.94 2321185.88</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0125</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Lếch</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04000</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>97</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.59</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.541</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.125">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>523854.96 2366437.1</gml:lowerCorner><gml:upperCorner>523854.96 2366437.1</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.125"><gml:pos>523854.96 2366437.1</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0126</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Sản</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>82.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.03</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.899</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.126">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>505728.18 2329426.53</gml:lowerCorner><gml:upperCorner>505728.18 2329426.53</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.126"><gml:pos>505728.18 2329426.53</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0127</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Ké 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>77.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.45</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.661</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.127">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>551146.54 2355520.43</gml:lowerCorner><gml:upperCorner>551146.54 2355520.43</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.127"><gml:pos>551146.54 2355520.43</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0128</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03868</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>143</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.2</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.591</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.128">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>579503.61 2280330.18</gml:lowerCorner><gml:upperCorner>579503.61 2280330.18</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.128"><gml:pos>579503.61 2280330.18</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0129</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Xa 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04057</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>150.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.63</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.614</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.129">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>518767.33 2388618.72</gml:lowerCorner><gml:upperCorner>518767.33 2388618.72</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.129"><gml:pos>518767.33 2388618.72</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0130</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03820</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>158.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.52</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.213</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.130">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>470752.41 2360946.93</gml:lowerCorner><gml:upperCorner>470752.41 2360946.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.130"><gml:pos>470752.41 2360946.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0131</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03784</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>89.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.4</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.131">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>576995.93 2353154.91</gml:lowerCorner><gml:upperCorner>576995.93 2353154.91</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.131"><gml:pos>576995.93 2353154.91</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0132</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Bản Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03907</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>21</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.261</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.132">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>567501.52 2360150.44</gml:lowerCorner><gml:upperCorner>567501.52 2360150.44</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.132"><gml:pos>567501.52 2360150.44</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0133</ogr:ma_ct>
      <ogr:ten_ct>Kênh Co Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03901</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>103.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.98</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.633</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.133">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>585703.82 2300324.78</gml:lowerCorner><gml:upperCorner>585703.82 2300324.78</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.133"><gml:pos>585703.82 2300324.78</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0134</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Hin 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04048</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>69.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.59</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.134">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>451305.13 2361628.48</gml:lowerCorner><gml:upperCorner>451305.13 2361628.48</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.134"><gml:pos>451305.13 2361628.48</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0135</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nà Ké 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>71.7</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.18</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.135">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>461277.6 2369591.16</gml:lowerCorner><gml:upperCorner>461277.6 2369591.16</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.135"><gml:pos>461277.6 2369591.16</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0136</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Ké 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03721</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>132.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.52</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.174</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.136">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>477863.49 2351031.38</gml:lowerCorner><gml:upperCorner>477863.49 2351031.38</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.136"><gml:pos>477863.49 2351031.38</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0137</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Pán 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03799</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>73.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.97</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.622</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.137">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>576261.06 2332525.95</gml:lowerCorner><gml:upperCorner>576261.06 2332525.95</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.137"><gml:pos>576261.06 2332525.95</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0138</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03970</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>5.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.3</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.313</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.138">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>583127.2 2334830.55</gml:lowerCorner><gml:upperCorner>583127.2 2334830.55</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.138"><gml:pos>583127.2 2334830.55</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0139</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03970</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>141.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.49</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.439</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.139">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>445323.54 2363028.71</gml:lowerCorner><gml:upperCorner>445323.54 2363028.71</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.139"><gml:pos>445323.54 2363028.71</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0140</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>9.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.89</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.222</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.140">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>494212.52 2320646.19</gml:lowerCorner><gml:upperCorner>494212.52 2320646.19</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.140"><gml:pos>494212.52 2320646.19</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0141</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>117.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.81</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.028</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.141">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>444886.84 2355678.19</gml:lowerCorner><gml:upperCorner>444886.84 2355678.19</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.141"><gml:pos>444886.84 2355678.19</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0142</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>157.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.89</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.142">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>462074.35 2339321.65</gml:lowerCorner><gml:upperCorner>462074.35 2339321.65</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.142"><gml:pos>462074.35 2339321.65</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0143</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04195</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>112.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.67</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.958</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.143">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>459456.0 2306419.04</gml:lowerCorner><gml:upperCorner>459456.0 2306419.04</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.143"><gml:pos>459456.0 2306419.04</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0144</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Sản 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04231</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>79.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.6</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.649</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.144">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>448350.49 2344588.9</gml:lowerCorner><gml:upperCorner>448350.49 2344588.9</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.144"><gml:pos>448350.49 2344588.9</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0145</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Hin 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04183</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>150.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.4</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.476</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.145">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>447517.07 2352526.21</gml:lowerCorner><gml:upperCorner>447517.07 2352526.21</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.145"><gml:pos>447517.07 2352526.21</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0146</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Sản 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03781</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>146.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.86</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.538</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.146">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>578768.94 2308426.7</gml:lowerCorner><gml:upperCorner>578768.94 2308426.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.146"><gml:pos>578768.94 2308426.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0147</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Phiêng Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04033</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>142.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.21</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.998</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.147">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>526002.69 2362231.66</gml:lowerCorner><gml:upperCorner>526002.69 2362231.66</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.147"><gml:pos>526002.69 2362231.66</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0148</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03871</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>46.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.44</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.382</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.148">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>517641.06 2340366.94</gml:lowerCorner><gml:upperCorner>517641.06 2340366.94</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.148"><gml:pos>517641.06 2340366.94</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0149</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04105</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>139.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.71</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.341</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.149">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>437443.77 2362110.81</gml:lowerCorner><gml:upperCorner>437443.77 2362110.81</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.149"><gml:pos>437443.77 2362110.81</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0150</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03760</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>131.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.6</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.150">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>492045.71 2361479.37</gml:lowerCorner><gml:upperCorner>492045.71 2361479.37</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.150"><gml:pos>492045.71 2361479.37</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0151</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03646</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>19.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.77</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.487</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.151">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>577807.6 2358273.95</gml:lowerCorner><gml:upperCorner>577807.6 2358273.95</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.151"><gml:pos>577807.6 2358273.95</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0152</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03907</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>153.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.88</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.586</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.152">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>460129.65 2336138.39</gml:lowerCorner><gml:upperCorner>460129.65 2336138.39</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.152"><gml:pos>460129.65 2336138.39</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0153</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Xa 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04195</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>82.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.44</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.153">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>542403.77 2346407.56</gml:lowerCorner><gml:upperCorner>542403.77 2346407.56</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.153"><gml:pos>542403.77 2346407.56</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0154</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03856</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.784</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.154">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>468754.21 2403367.0</gml:lowerCorner><gml:upperCorner>468754.21 2403367.0</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.154"><gml:pos>468754.21 2403367.0</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0155</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>10.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.54</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.543</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.155">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>592026.77 2312450.24</gml:lowerCorner><gml:upperCorner>592026.77 2312450.24</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.155"><gml:pos>592026.77 2312450.24</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0156</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Hin 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04006</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>148.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.04</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.466</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.156">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>471011.3 2355049.17</gml:lowerCorner><gml:upperCorner>471011.3 2355049.17</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.156"><gml:pos>471011.3 2355049.17</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0157</ogr:ma_ct>
      <ogr:ten_ct>Phai Nậm Pán 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03799</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>92.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.06</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.698</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.157">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>518813.96 2386675.89</gml:lowerCorner><gml:upperCorner>518813.96 2386675.89</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.157"><gml:pos>518813.96 2386675.89</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0158</ogr:ma_ct>
      <ogr:ten_ct>Phai Bản Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03820</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>65.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.37</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.254</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.158">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>464128.92 2397882.29</gml:lowerCorner><gml:upperCorner>464128.92 2397882.29</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.158"><gml:pos>464128.92 2397882.29</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0159</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Pán 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>59.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.73</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.159">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>438205.2 2303611.39</gml:lowerCorner><gml:upperCorner>438205.2 2303611.39</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.159"><gml:pos>438205.2 2303611.39</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0160</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Xa 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04240</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>152.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.73</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.66</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.160">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>529253.18 2331024.54</gml:lowerCorner><gml:upperCorner>529253.18 2331024.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.160"><gml:pos>529253.18 2331024.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0161</ogr:ma_ct>
      <ogr:ten_ct>Kênh Pá Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04075</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>142.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.36</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.161">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>542789.92 2358543.13</gml:lowerCorner><gml:upperCorner>542789.92 2358543.13</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.161"><gml:pos>542789.92 2358543.13</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0162</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Pá Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03868</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>68.1</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.15</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.162">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>574995.48 2344758.52</gml:lowerCorner><gml:upperCorner>574995.48 2344758.52</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.162"><gml:pos>574995.48 2344758.52</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0163</ogr:ma_ct>
      <ogr:ten_ct>Phai Co Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03958</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>65.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.98</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.163">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>435612.9 2361774.04</gml:lowerCorner><gml:upperCorner>435612.9 2361774.04</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.163"><gml:pos>435612.9 2361774.04</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0164</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03760</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>103.3</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.164">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>595025.1 2294640.65</gml:lowerCorner><gml:upperCorner>595025.1 2294640.65</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.164"><gml:pos>595025.1 2294640.65</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0165</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Noong Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04048</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>4.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.49</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.925</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.165">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>458440.26 2383808.7</gml:lowerCorner><gml:upperCorner>458440.26 2383808.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.165"><gml:pos>458440.26 2383808.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0166</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Hin 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>133.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.81</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.166">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>575141.94 2291219.92</gml:lowerCorner><gml:upperCorner>575141.94 2291219.92</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.166"><gml:pos>575141.94 2291219.92</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0167</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04057</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>88.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.21</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.504</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.167">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>530364.05 2342664.86</gml:lowerCorner><gml:upperCorner>530364.05 2342664.86</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.167"><gml:pos>530364.05 2342664.86</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0168</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Pá Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03880</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>104.3</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.48</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.168">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>513603.27 2320294.33</gml:lowerCorner><gml:upperCorner>513603.27 2320294.33</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.168"><gml:pos>513603.27 2320294.33</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0169</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04087</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>17.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.71</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.154</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.169">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>453824.92 2305916.47</gml:lowerCorner><gml:upperCorner>453824.92 2305916.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.169"><gml:pos>453824.92 2305916.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0170</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Hin 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04231</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>107.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.24</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.061</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.170">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>464468.45 2369569.72</gml:lowerCorner><gml:upperCorner>464468.45 2369569.72</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.170"><gml:pos>464468.45 2369569.72</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0171</ogr:ma_ct>
      <ogr:ten_ct>Kênh Noong Xa 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03721</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>51.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.82</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.618</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.171">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>474919.31 2332036.97</gml:lowerCorner><gml:upperCorner>474919.31 2332036.97</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.171"><gml:pos>474919.31 2332036.97</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0172</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Bản Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04168</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>49.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.44</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.172">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>466305.33 2345289.78</gml:lowerCorner><gml:upperCorner>466305.33 2345289.78</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.172"><gml:pos>466305.33 2345289.78</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0173</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04186</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>159.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.84</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.507</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.173">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>524828.11 2364185.25</gml:lowerCorner><gml:upperCorner>524828.11 2364185.25</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.173"><gml:pos>524828.11 2364185.25</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0174</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>2.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.27</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.717</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.174">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>585960.79 2307848.09</gml:lowerCorner><gml:upperCorner>585960.79 2307848.09</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.174"><gml:pos>585960.79 2307848.09</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0175</ogr:ma_ct>
      <ogr:ten_ct>Kênh Co Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04018</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>57.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.76</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.322</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.175">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>468869.84 2303781.01</gml:lowerCorner><gml:upperCorner>468869.84 2303781.01</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.175"><gml:pos>468869.84 2303781.01</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0176</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04246</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>63.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.56</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.201</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.176">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>512385.61 2355487.3</gml:lowerCorner><gml:upperCorner>512385.61 2355487.3</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.176"><gml:pos>512385.61 2355487.3</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0177</ogr:ma_ct>
      <ogr:ten_ct>Kênh Co Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04108</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>130.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.78</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.066</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-13</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.177">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>584855.59 2313471.08</gml:lowerCorner><gml:upperCorner>584855.59 2313471.08</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.177"><gml:pos>584855.59 2313471.08</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0178</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Sản 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04018</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>50.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.06</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.607</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.178">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>574075.92 2295762.29</gml:lowerCorner><gml:upperCorner>574075.92 2295762.29</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.178"><gml:pos>574075.92 2295762.29</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0179</ogr:ma_ct>
      <ogr:ten_ct>Kênh Co Xa 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04033</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>67.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.38</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.128</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.179">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>460226.28 2387282.98</gml:lowerCorner><gml:upperCorner>460226.28 2387282.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.179"><gml:pos>460226.28 2387282.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0180</ogr:ma_ct>
      <ogr:ten_ct>Phai Huổi Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03724</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>30.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.74</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.97</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.180">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>560462.18 2303965.09</gml:lowerCorner><gml:upperCorner>560462.18 2303965.09</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.180"><gml:pos>560462.18 2303965.09</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0181</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03980</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>103.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.6</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.181">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>485058.67 2356485.03</gml:lowerCorner><gml:upperCorner>485058.67 2356485.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.181"><gml:pos>485058.67 2356485.03</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0182</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Ké 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03670</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>86.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.01</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.674</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.182">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>494378.26 2324345.7</gml:lowerCorner><gml:upperCorner>494378.26 2324345.7</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.182"><gml:pos>494378.26 2324345.7</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0183</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Ké 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>149.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.51</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.877</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.183">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>434857.22 2322828.61</gml:lowerCorner><gml:upperCorner>434857.22 2322828.61</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.183"><gml:pos>434857.22 2322828.61</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0184</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nà Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04228</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>132.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.45</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.184">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>468810.59 2392211.41</gml:lowerCorner><gml:upperCorner>468810.59 2392211.41</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.184"><gml:pos>468810.59 2392211.41</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0185</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Phiêng Xa 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>152.5</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.185">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>460502.48 2407578.77</gml:lowerCorner><gml:upperCorner>460502.48 2407578.77</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.185"><gml:pos>460502.48 2407578.77</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0186</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03694</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>44</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.86</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.186">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>556382.42 2348305.49</gml:lowerCorner><gml:upperCorner>556382.42 2348305.49</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.186"><gml:pos>556382.42 2348305.49</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0187</ogr:ma_ct>
      <ogr:ten_ct>Kênh Noong Sản 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03922</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>76.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.9</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.43</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.187">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>482192.68 2371284.34</gml:lowerCorner><gml:upperCorner>482192.68 2371284.34</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.187"><gml:pos>482192.68 2371284.34</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0188</ogr:ma_ct>
      <ogr:ten_ct>Phai Phiêng Ké 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03757</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>99.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.28</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.188">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>489863.27 2374940.05</gml:lowerCorner><gml:upperCorner>489863.27 2374940.05</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.188"><gml:pos>489863.27 2374940.05</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0189</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Phiêng Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03757</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>119.5</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.613</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.189">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>552099.21 2360054.32</gml:lowerCorner><gml:upperCorner>552099.21 2360054.32</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.189"><gml:pos>552099.21 2360054.32</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0190</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Noong Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03868</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>145.1</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>1.43</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.190">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>475873.76 2394263.04</gml:lowerCorner><gml:upperCorner>475873.76 2394263.04</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.190"><gml:pos>475873.76 2394263.04</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0191</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03712</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>154.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.97</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.191">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>508837.47 2339387.6</gml:lowerCorner><gml:upperCorner>508837.47 2339387.6</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.191"><gml:pos>508837.47 2339387.6</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0192</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Sản 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04105</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>149.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.16</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.794</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.192">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>509824.65 2353777.09</gml:lowerCorner><gml:upperCorner>509824.65 2353777.09</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.192"><gml:pos>509824.65 2353777.09</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0193</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Ké 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04108</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>94.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.8</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.193">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>460076.52 2377003.66</gml:lowerCorner><gml:upperCorner>460076.52 2377003.66</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.193"><gml:pos>460076.52 2377003.66</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0194</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Noong Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03727</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>60.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.9</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.504</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.194">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>519602.43 2333580.69</gml:lowerCorner><gml:upperCorner>519602.43 2333580.69</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.194"><gml:pos>519602.43 2333580.69</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0195</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Pán 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04075</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>152.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.72</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.572</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.195">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>556469.01 2306068.03</gml:lowerCorner><gml:upperCorner>556469.01 2306068.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.195"><gml:pos>556469.01 2306068.03</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0196</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Hin 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03980</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>88.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.18</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.19</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.196">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>581271.9 2354727.93</gml:lowerCorner><gml:upperCorner>581271.9 2354727.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.196"><gml:pos>581271.9 2354727.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0197</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03907</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>75.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.23</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.66</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.197">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>464708.35 2290765.55</gml:lowerCorner><gml:upperCorner>464708.35 2290765.55</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.197"><gml:pos>464708.35 2290765.55</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0198</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04246</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>124.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>9.45</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.198">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>512273.27 2340744.61</gml:lowerCorner><gml:upperCorner>512273.27 2340744.61</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.198"><gml:pos>512273.27 2340744.61</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0199</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04105</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>33.2</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.376</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.199">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>499844.91 2321897.47</gml:lowerCorner><gml:upperCorner>499844.91 2321897.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.199"><gml:pos>499844.91 2321897.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0200</ogr:ma_ct>
      <ogr:ten_ct>Kênh Nà Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>153.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.06</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.528</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.200">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>524142.75 2335882.4</gml:lowerCorner><gml:upperCorner>524142.75 2335882.4</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.200"><gml:pos>524142.75 2335882.4</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0201</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nậm Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04075</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>154.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.5</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.638</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.201">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>494943.79 2326166.98</gml:lowerCorner><gml:upperCorner>494943.79 2326166.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.201"><gml:pos>494943.79 2326166.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0202</ogr:ma_ct>
      <ogr:ten_ct>Kênh Bản Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>42.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.56</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.202">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>472792.69 2378370.67</gml:lowerCorner><gml:upperCorner>472792.69 2378370.67</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.202"><gml:pos>472792.69 2378370.67</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0203</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Huổi Pán 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03754</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>156.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.37</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.512</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.203">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>485829.91 2349767.55</gml:lowerCorner><gml:upperCorner>485829.91 2349767.55</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.203"><gml:pos>485829.91 2349767.55</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0204</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Pán 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04117</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>111.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.14</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.686</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.204">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>473033.61 2360684.03</gml:lowerCorner><gml:upperCorner>473033.61 2360684.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.204"><gml:pos>473033.61 2360684.03</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0205</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03784</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>23.8</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.71</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.591</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.205">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>570872.21 2350720.64</gml:lowerCorner><gml:upperCorner>570872.21 2350720.64</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.205"><gml:pos>570872.21 2350720.64</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0206</ogr:ma_ct>
      <ogr:ten_ct>Kênh Huổi Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03910</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>100</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.38</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.746</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-17</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.206">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>528657.89 2342679.42</gml:lowerCorner><gml:upperCorner>528657.89 2342679.42</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.206"><gml:pos>528657.89 2342679.42</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0207</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03880</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>117.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.73</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.207">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>504383.47 2316611.96</gml:lowerCorner><gml:upperCorner>504383.47 2316611.96</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.207"><gml:pos>504383.47 2316611.96</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0208</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nậm Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04222</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>159.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.05</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.208">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>553690.98 2343341.31</gml:lowerCorner><gml:upperCorner>553690.98 2343341.31</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.208"><gml:pos>553690.98 2343341.31</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0209</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Pá Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03922</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>72.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.51</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.163</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.209">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>470998.74 2380720.47</gml:lowerCorner><gml:upperCorner>470998.74 2380720.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.209"><gml:pos>470998.74 2380720.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0210</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Hin 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03754</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>47.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.16</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-18</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.210">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>576490.47 2355029.26</gml:lowerCorner><gml:upperCorner>576490.47 2355029.26</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.210"><gml:pos>576490.47 2355029.26</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0211</ogr:ma_ct>
      <ogr:ten_ct>Kênh Noong Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03907</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>80.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.61</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-02-10</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.211">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>425240.88 2316210.26</gml:lowerCorner><gml:upperCorner>425240.88 2316210.26</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.211"><gml:pos>425240.88 2316210.26</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0212</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Bản Ké 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04240</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>141.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.61</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.237</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.212">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>462415.47 2317868.41</gml:lowerCorner><gml:upperCorner>462415.47 2317868.41</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.212"><gml:pos>462415.47 2317868.41</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0213</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Nhạp 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04210</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>107.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.31</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.141</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.213">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>456961.5 2304640.93</gml:lowerCorner><gml:upperCorner>456961.5 2304640.93</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.213"><gml:pos>456961.5 2304640.93</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0214</ogr:ma_ct>
      <ogr:ten_ct>Phai Nà Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04231</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>33.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>0.76</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.433</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.214">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>581220.03 2348180.88</gml:lowerCorner><gml:upperCorner>581220.03 2348180.88</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.214"><gml:pos>581220.03 2348180.88</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0215</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Lếch 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03943</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>157.6</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.03</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.338</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.215">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>499984.57 2333075.65</gml:lowerCorner><gml:upperCorner>499984.57 2333075.65</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.215"><gml:pos>499984.57 2333075.65</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0216</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Noong Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>25</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.1</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.216">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>549505.8 2350836.97</gml:lowerCorner><gml:upperCorner>549505.8 2350836.97</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.216"><gml:pos>549505.8 2350836.97</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0217</ogr:ma_ct>
      <ogr:ten_ct>Phai Huổi Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03856</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>35.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.12</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.668</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-24</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.217">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>445011.55 2346080.56</gml:lowerCorner><gml:upperCorner>445011.55 2346080.56</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.217"><gml:pos>445011.55 2346080.56</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0218</ogr:ma_ct>
      <ogr:ten_ct>Phai Pá Tòng 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04171</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>15.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.92</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.86</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-15</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.218">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>563751.1 2357632.05</gml:lowerCorner><gml:upperCorner>563751.1 2357632.05</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.218"><gml:pos>563751.1 2357632.05</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0219</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Huổi Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03901</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>117.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.35</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.75</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-22</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.219">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>538293.05 2361383.74</gml:lowerCorner><gml:upperCorner>538293.05 2361383.74</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.219"><gml:pos>538293.05 2361383.74</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0220</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Huổi Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03862</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>9.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>8.61</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.839</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.220">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>559712.59 2340629.29</gml:lowerCorner><gml:upperCorner>559712.59 2340629.29</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.220"><gml:pos>559712.59 2340629.29</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0221</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Pá Xa 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03961</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>99.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.88</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.402</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.221">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>456142.26 2376968.03</gml:lowerCorner><gml:upperCorner>456142.26 2376968.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.221"><gml:pos>456142.26 2376968.03</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0222</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Pá Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03727</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>77.5</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-11</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.222">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>515615.86 2320085.44</gml:lowerCorner><gml:upperCorner>515615.86 2320085.44</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.222"><gml:pos>515615.86 2320085.44</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0223</ogr:ma_ct>
      <ogr:ten_ct>Phai Phiêng Pán 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>04087</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>24.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>5.67</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-26</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.223">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>580685.63 2332973.44</gml:lowerCorner><gml:upperCorner>580685.63 2332973.44</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.223"><gml:pos>580685.63 2332973.44</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0224</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03970</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>113.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.61</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.49</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.224">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>472458.63 2337696.47</gml:lowerCorner><gml:upperCorner>472458.63 2337696.47</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.224"><gml:pos>472458.63 2337696.47</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0225</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Bản Hin 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04168</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>119.1</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.86</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.719</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-08-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.225">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>501590.5 2354800.98</gml:lowerCorner><gml:upperCorner>501590.5 2354800.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.225"><gml:pos>501590.5 2354800.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0226</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04123</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>67.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.33</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-04-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.226">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>480363.76 2348250.49</gml:lowerCorner><gml:upperCorner>480363.76 2348250.49</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.226"><gml:pos>480363.76 2348250.49</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0227</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Bản Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04117</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>53.1</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>TINH</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-05-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.227">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>451289.32 2421940.12</gml:lowerCorner><gml:upperCorner>451289.32 2421940.12</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.227"><gml:pos>451289.32 2421940.12</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0228</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Mệch 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>03688</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>114.9</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.42</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.887</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-12</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.228">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>467935.72 2404178.83</gml:lowerCorner><gml:upperCorner>467935.72 2404178.83</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.228"><gml:pos>467935.72 2404178.83</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0229</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Ỏ 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03703</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>47.9</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-01-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.229">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>461191.26 2323154.84</gml:lowerCorner><gml:upperCorner>461191.26 2323154.84</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.229"><gml:pos>461191.26 2323154.84</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0230</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Nà Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04210</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>89</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>6.12</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.230">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>565310.93 2319287.54</gml:lowerCorner><gml:upperCorner>565310.93 2319287.54</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.230"><gml:pos>565310.93 2319287.54</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0231</ogr:ma_ct>
      <ogr:ten_ct>Phai Noong Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>PHAI</ogr:loai_ct>
      <ogr:ma_xa>03997</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>29.7</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>2.01</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>0.365</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1972</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-16</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.231">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>507820.67 2321589.4</gml:lowerCorner><gml:upperCorner>507820.67 2321589.4</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.231"><gml:pos>507820.67 2321589.4</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0232</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Huổi Sàng 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>04159</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>118</ogr:dien_tich_tuoi_ha>
      <ogr:luu_luong_m3s>0.913</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>1986</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-14</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.232">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>471747.81 2378079.98</gml:lowerCorner><gml:upperCorner>471747.81 2378079.98</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.232"><gml:pos>471747.81 2378079.98</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0233</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Co Mạt 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03754</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>16.5</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.12</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.719</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-19</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.233">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>564549.37 2332917.34</gml:lowerCorner><gml:upperCorner>564549.37 2332917.34</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.233"><gml:pos>564549.37 2332917.34</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0234</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Nà Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03961</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>136.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.79</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.469</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2002</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-25</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.234">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>463933.16 2424946.48</gml:lowerCorner><gml:upperCorner>463933.16 2424946.48</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.234"><gml:pos>463933.16 2424946.48</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0235</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Khoang 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03688</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>108.8</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2015</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.235">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>553669.25 2360047.4</gml:lowerCorner><gml:upperCorner>553669.25 2360047.4</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.235"><gml:pos>553669.25 2360047.4</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0236</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Huổi Phạ 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>03901</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>152.2</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>3.58</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-06-27</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.236">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>468425.47 2332415.73</gml:lowerCorner><gml:upperCorner>468425.47 2332415.73</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.236"><gml:pos>468425.47 2332415.73</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0237</ogr:ma_ct>
      <ogr:ten_ct>Đập dâng Phiêng Hịa 2</ogr:ten_ct>
      <ogr:loai_ct>DD</ogr:loai_ct>
      <ogr:ma_xa>04168</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>145.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>1.39</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.231</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-23</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.237">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>461153.66 2366135.68</gml:lowerCorner><gml:upperCorner>461153.66 2366135.68</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.237"><gml:pos>461153.66 2366135.68</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0238</ogr:ma_ct>
      <ogr:ten_ct>Kênh Phiêng Dạ 2</ogr:ten_ct>
      <ogr:loai_ct>KE</ogr:loai_ct>
      <ogr:ma_xa>03784</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>82.4</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>4.91</ogr:chieu_dai_kenh_km>
      <ogr:luu_luong_m3s>1.427</ogr:luu_luong_m3s>
      <ogr:nam_xay_dung>2020</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-09-20</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.238">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>471880.85 2298777.34</gml:lowerCorner><gml:upperCorner>471880.85 2298777.34</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.238"><gml:pos>471880.85 2298777.34</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0239</ogr:ma_ct>
      <ogr:ten_ct>Trạm bơm Co Sản 2</ogr:ten_ct>
      <ogr:loai_ct>TB</ogr:loai_ct>
      <ogr:ma_xa>04246</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>48.3</ogr:dien_tich_tuoi_ha>
      <ogr:chieu_dai_kenh_km>7.06</ogr:chieu_dai_kenh_km>
      <ogr:nam_xay_dung>1995</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-07-28</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:cong_trinh_thuy_loi gml:id="cong_trinh_thuy_loi.239">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::9206"><gml:lowerCorner>479131.76 2398204.91</gml:lowerCorner><gml:upperCorner>479131.76 2398204.91</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Point srsName="urn:ogc:def:crs:EPSG::9206" gml:id="cong_trinh_thuy_loi.geom.239"><gml:pos>479131.76 2398204.91</gml:pos></gml:Point></ogr:geometryProperty>
      <ogr:ma_ct>CT0240</ogr:ma_ct>
      <ogr:ten_ct>Cống lấy nước Nậm Sản 2</ogr:ten_ct>
      <ogr:loai_ct>CONG</ogr:loai_ct>
      <ogr:ma_xa>03712</ogr:ma_xa>
      <ogr:dien_tich_tuoi_ha>48.5</ogr:dien_tich_tuoi_ha>
      <ogr:nam_xay_dung>2008</ogr:nam_xay_dung>
      <ogr:cap_quan_ly>XA</ogr:cap_quan_ly>
      <ogr:ngay_cap_nhat>2026-03-21</ogr:ngay_cap_nhat>
    </ogr:cong_trinh_thuy_loi>
  </ogr:featureMember>
</ogr:FeatureCollection>
